// The browser's own pixels to each CSS px: what it lays out and rounds in.

/**
 * A line of 1 px or less is as thick as one of those pixels. A screen that is only pretended has a ratio that the
 * layout does not know.
 * @param {Element} element with `column-rule: .01px solid`
 */
export function layoutRatio(element) {
  const thickness = parseFloat(getComputedStyle(element).columnRuleWidth) || 1;
  const ratio = 1 / thickness; // Of six digits that were printed.
  return Math.abs(ratio - devicePixelRatio) < 1e-4 * ratio ? devicePixelRatio : Math.round(ratio * 1000) / 1000;
}
