import { useSyncExternalStore } from 'react'

/** Light or dark: by the machine, or by choice. */
export type ThemeChoice = 'system' | 'light' | 'dark'
/** How close things stand. */
export type Density = 'comfortable' | 'compact'

const root = () => document.documentElement
const listeners = new Set<() => void>()

/** Shows the screen light or dark, and keeps it for the next visit on this machine. */
export function setTheme(theme: ThemeChoice): void {
  if (theme === 'system') {
    delete root().dataset.theme
    localStorage.removeItem('hamgam.theme')
  } else {
    root().dataset.theme = theme
    localStorage.setItem('hamgam.theme', theme)
  }
  for (const listener of listeners) listener()
}

/** Sets how close things stand, on this machine. */
export function setDensity(density: Density): void {
  if (density === 'compact') root().dataset.density = 'compact'
  else delete root().dataset.density
  localStorage.setItem('hamgam.density', density)
  for (const listener of listeners) listener()
}

/** Puts back what was chosen on this machine; called before the first render. */
export function restoreLook(): void {
  const theme = localStorage.getItem('hamgam.theme')
  if (theme === 'light' || theme === 'dark') root().dataset.theme = theme
  if (localStorage.getItem('hamgam.density') === 'compact') root().dataset.density = 'compact'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The choice in force. */
export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => (root().dataset.theme as ThemeChoice | undefined) ?? 'system')
}

/** The density in force. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, () => (root().dataset.density as Density | undefined) ?? 'comfortable')
}
