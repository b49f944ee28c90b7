/** The drawers of a narrow screen; on a wide one they are columns, and none is open. */
export function sluitLades() {
  for (const lade of document.querySelectorAll<HTMLElement>('.lade:popover-open')) {
    lade.hidePopover()
  }
}
