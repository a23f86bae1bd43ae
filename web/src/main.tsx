import '@fontsource-variable/hanken-grotesk'
import '@fontsource-variable/vazirmatn'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openTransport, signedInTransport } from './api/transport'
import { App } from './app/App'
import { restoreLook } from './look/theme'
import { Session } from './session/session'

restoreLook()
const session = new Session(openTransport())
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App session={session} transport={signedInTransport(session)} />
    </StrictMode>,
  )
}
