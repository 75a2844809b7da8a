// One resident's line over the middle half of all residents, as points of an SVG of 200 by 60.
const WIDTH = 200;
const [TOP, BOTTOM] = [2, 58];

// ``values``: from 0 to 1, one a year. A single year is a point in the middle.
export function polyline(values) {
  const x = i => (values.length > 1 ? (i * WIDTH) / (values.length - 1) : WIDTH / 2);
  return values.map((value, i) => `${x(i)},${BOTTOM - value * (BOTTOM - TOP)}`).join(' ');
}

// The outline between a lower and an upper line.
export function band({ low, high }) {
  return [polyline(high), ...polyline(low).split(' ').reverse()].join(' ');
}
