import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Focus.module.css'

/** What stands in place of something that had the focus, as thanks stand in place of a form: it takes the focus when it appears. */
export function Arrived({ children }: { children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={here} tabIndex={-1} className={styles.place}>
      {children}
    </div>
  )
}

// Without what the Tab key does not reach, what moves the focus on by itself, and what opens a list as soon as it has it.
const focusable = ['a[href]', 'button', 'input:not([role="combobox"], [type="hidden"])', 'select', 'textarea']
  .map((element) => `${element}:not([tabindex="-1"], [hidden])`)
  .join()
const isUsable = (element: Element) => element.isConnected && !element.matches(':disabled')

/**
 * Keeps the keyboard where it works, within the element that gets this ref: when what has the focus goes away or can be used no longer, as
 * the tools of a row that is removed or moved to the top, what came after it takes the focus, else what came before it, else the
 * element.
 */
export function useKeepFocus<T extends HTMLElement>() {
  const box = useRef<T>(null)
  useEffect(() => {
    const { current } = box
    if (!current) return
    let had: HTMLElement | null = null
    let around: HTMLElement[] = []
    const remember = () => {
      had = document.activeElement as HTMLElement | null
      around = [...current.querySelectorAll<HTMLElement>(focusable)]
    }
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget) {
        had = null
        return
      }
      // Without a next one it is not known yet whether somebody left, or whether what had the focus is about to go.
      queueMicrotask(() => {
        if (had && isUsable(had) && document.activeElement !== had) had = null
      })
    }
    const check = () => {
      if (!had) return
      const { activeElement } = document
      if (isUsable(had)) {
        if (activeElement === had) remember()
        return
      }
      if (activeElement && activeElement !== document.body && activeElement !== had) return
      const place = around.indexOf(had)
      const next = [...around.slice(place + 1), ...around.slice(0, Math.max(0, place)).reverse()].find(isUsable)
      had = null
      if (!next) current.tabIndex = -1
      ;(next ?? current).focus()
    }
    const observer = new MutationObserver(check)
    observer.observe(current, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] })
    current.addEventListener('focusin', remember)
    current.addEventListener('focusout', forget)
    return () => {
      observer.disconnect()
      current.removeEventListener('focusin', remember)
      current.removeEventListener('focusout', forget)
    }
  }, [])
  return box
}
