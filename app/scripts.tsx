import { useContext } from 'react'
import { UNSAFE_FrameworkContext, useMatches } from 'react-router'
import { startScript } from './start-script.ts'

/**
 * React Router's own `<Scripts>` asks for every script before the stylesheet, and a slow telephone waits for all of them
 * to read its first word. Here they are asked for when the page has been drawn; what they do is the same. Only for the
 * client side, where each button is a form that needs no script: a professional's page is at work sooner the other way.
 */
export function ScriptsAfterDrawing() {
  const { manifest, serverHandoffString, renderMeta, nonce } = useFramework()
  const ids = useMatches().map(({ id }) => id)
  // Without this the data of the page does not follow.
  if (renderMeta) renderMeta.didRenderScripts = true
  return (
    <>
      <InlineScript nonce={nonce} code={import.meta.env.SSR ? handoff(serverHandoffString) : ''} />
      <InlineScript
        nonce={nonce}
        code={import.meta.env.SSR ? startScript(manifest, ids) : ''}
        isModule
      />
    </>
  )
}

function InlineScript(props: { nonce: string | undefined; code: string; isModule?: boolean }) {
  return (
    <script
      nonce={props.nonce}
      type={props.isModule ? 'module' : undefined}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, of escaped data and addresses of files
      dangerouslySetInnerHTML={{ __html: props.code }}
    />
  )
}

/** As React Router writes it. */
function handoff(data: string | undefined): string {
  return `window.__reactRouterContext = ${data};
window.__reactRouterContext.stream = new ReadableStream({
  start(controller) { window.__reactRouterContext.streamController = controller }
}).pipeThrough(new TextEncoderStream());`
}

function useFramework() {
  const framework = useContext(UNSAFE_FrameworkContext)
  if (!framework) throw new Error('Scripts belong to a page of React Router')
  return framework
}
