import '@fontsource-variable/hanken-grotesk'
import '@fontsource-variable/vazirmatn'
import '@/ui/tokens.css'
import '@/ui/base.css'
import { createRouterTransport } from '@connectrpc/connect'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/App'
import { restoreLook } from '@/look/theme'
import { Session } from '@/session/session'
import { adoption } from './fixtures/adoption'
import { championsAtWork } from './fixtures/champions'
import { committees } from './fixtures/committees'
import { held } from './fixtures/held'
import { identity } from './fixtures/identity'
import { knowledge } from './fixtures/knowledge'
import { notifications } from './fixtures/notifications'
import { setUp } from './fixtures/setUp'
import { telemetry } from './fixtures/telemetry'
import { together } from './fixtures/together'
import { training } from './fixtures/training'
import { writing } from './fixtures/writing'

restoreLook()
const transport = createRouterTransport((router) => {
  identity(router)
  telemetry(router)
  adoption(router)
  training(router)
  notifications(router)
  setUp(router)
  writing(router)
  committees(router)
  championsAtWork(router)
  knowledge(router)
  together(router)
  held(router)
})
const session = new Session(transport)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App session={session} transport={transport} />
    </StrictMode>,
  )
}
