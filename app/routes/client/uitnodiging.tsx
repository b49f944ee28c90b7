export default function Pagina() {
  return <p>Volgt</p>
}
