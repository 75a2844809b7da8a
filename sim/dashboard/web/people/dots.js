// Many dots as one path of points without length, which round ends make visible: thousands cost one element.
const AXIS = 1000;

export function pathOfDots(xs, ys) {
  return xs.map((x, i) => `M${x} ${AXIS - ys[i]}h0`).join('');
}

// The number of the dot nearest to a place, -1 where none is within ``reach``.
export function nearest(xs, ys, x, y, reach) {
  let [found, least] = [-1, reach * reach];
  xs.forEach((one, i) => {
    const far = (one - x) ** 2 + (AXIS - ys[i] - y) ** 2;
    if (far < least) [found, least] = [i, far];
  });
  return found;
}

// Where in the picture's own units an event took place.
export function placeIn(svg, event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [at.x, at.y];
}
