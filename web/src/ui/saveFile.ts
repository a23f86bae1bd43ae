/** Lets the browser save what a call brought as a file. */
export function saveFile(file: { fileName: string; contentType: string; content: Uint8Array }): void {
  const url = URL.createObjectURL(new Blob([file.content as Uint8Array<ArrayBuffer>], { type: file.contentType }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  link.click()
  // Some browsers begin to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
