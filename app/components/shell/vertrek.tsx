/**
 * On the way to the provider of somebody's organisatie.
 *
 * The CSP lets no form end at another site, not by a redirect either. A page that goes there by itself is no form.
 */
export function Vertrek({ adres }: { adres: string }) {
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${adres}`} />
      <p>
        <a className="button button--primary" href={adres}>
          Verder naar uw organisatie
        </a>
      </p>
    </>
  )
}
