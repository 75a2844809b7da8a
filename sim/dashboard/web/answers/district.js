// Answer 5: the map to tap, and both cities' lines in the district against the whole city's.
import { line, mark, path, pathOf, scale, text } from './shapes.js';

const DASH = { A: '', B: '14 7' };

export function drawDistrict(picture, w, h, u) {
  const chosen = picture.lines.length > 0;
  const size = chosen ? Math.min(h, w * 0.36) : Math.min(h, w);
  const left = chosen ? 0 : (w - size) / 2;
  const map = drawMap(picture, left, size);
  return chosen ? [...map, ...drawLines(picture, size + 4 * u, w, h, u)] : map;
}

function drawMap({ polygons, chosen, names }, left, size) {
  return polygons.map((rings, i) => {
    const d = rings.map(ring => `${pathOf(pairs(ring, left, size))}z`).join('');
    const fill = i === chosen ? 'ink' : 'empty';
    return path(d, {
      fill,
      stroke: 'soft',
      width: 1.5,
      does: { do: 'district', name: names[i] },
      title: names[i],
    });
  });
}

function pairs(ring, left, size) {
  const points = [];
  for (let i = 0; i < ring.length; i += 2) points.push([left + ring[i] * size, ring[i + 1] * size]);
  return points;
}

function drawLines(picture, left, w, h, u) {
  const all = [...picture.lines.flatMap(ends), ...picture.whole.flatMap(one => one.mean)].filter(
    Number.isFinite,
  );
  const right = w - 7 * u;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = scale(low, high, h - 3 * u, u);
  const x = scale(0, picture.lines[0].mean.length - 1, left, right);
  const at = left + ((right - left) * picture.year) / picture.years;
  const styleOf = one => ({ stroke: one.letter, width: u * 0.2, dash: DASH[one.letter] });
  return [
    ...drawAxes(picture, { left, right, low, high, y, at, h, u }),
    ...picture.lines.map(one => path(bandOf(one, x, y), { fill: one.letter, opacity: 0.18 })),
    ...picture.whole.map(one =>
      line(pointsOf(one.mean, x, y), { ...styleOf(one), width: u * 0.09, opacity: 0.75 }),
    ),
    ...picture.lines.map(one => line(pointsOf(one.mean, x, y), styleOf(one))),
    ...drawEnds(picture, x, y, right, u),
  ];
}

function ends(one) {
  return [...one.mean, ...one.low, ...one.high];
}

function pointsOf(values, x, y) {
  return values.map((value, i) => [x(i), y(value)]).filter(([, at]) => Number.isFinite(at));
}

function bandOf({ low, high }, x, y) {
  const defined = (_, i) => low[i] !== null && high[i] !== null;
  const up = high.map((value, i) => [x(i), y(value)]).filter(defined);
  const down = low.map((value, i) => [x(i), y(value)]).filter(defined);
  return up.length ? `${pathOf([...up, ...down.reverse()])}z` : '';
}

function drawAxes({ words, years, year }, { left, right, low, high, y, at, h, u }) {
  const bottom = h - 2.4 * u;
  const written = value => String(Math.round(value)).replace('-', '−');
  const style = { stroke: 'line', width: 1.5 };
  return [
    line([[left, y(low)], [right, y(low)]], style), // prettier-ignore
    line([[left, y(high)], [right, y(high)]], style), // prettier-ignore
    text(left - u * 0.4, y(low) + u * 0.35, written(low), u, { anchor: 'end' }),
    text(left - u * 0.4, y(high) + u * 0.35, written(high), u, { anchor: 'end' }),
    line([[at, u * 0.5], [at, bottom]], { stroke: 'soft', width: 2, dash: '4 6' }), // prettier-ignore
    text(at, h - u * 0.9, `${words.year} ${year}`, u, {
      anchor: year > years * 0.9 ? 'end' : 'middle',
      weight: 700,
    }),
    text(left, h - u * 0.9, '0', u),
  ];
}

// At the end of the lines: a symbol and a letter for the district, thin words for the whole city; none overprint.
function drawEnds({ lines, whole, place, words }, x, y, right, u) {
  const last = one => one.mean.findLast(value => value !== null);
  const spots = [
    ...lines.map(one => ({ letter: one.letter, at: y(last(one)), said: place, weight: 700 })),
    ...whole.map(one => ({ letter: one.letter, at: y(last(one)), said: words.whole, weight: 400 })),
  ].sort((a, b) => a.at - b.at);
  spots.forEach((spot, i) => {
    if (i) spot.at = Math.max(spot.at, spots[i - 1].at + u * 1.15);
  });
  return spots.flatMap(({ letter, at, said, weight }) => [
    mark(letter, right + u * 0.7, at, u * 0.3),
    text(right + u * 1.3, at + u * 0.35, `${letter} ${short(said)}`, u * 0.95, { fill: letter, weight }),
  ]);
}

function short(said) {
  return said.length > 10 ? `${said.slice(0, 9)}…` : said;
}
