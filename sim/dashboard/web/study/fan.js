// How runs spread: by city the median as a line, half of the runs and nine tenths of them as bands.
import { COLOURS, line, mark, path, pathOf, text } from '../answers/shapes.js';
import { CITY } from '../style.js';
import { across, acrossTicks, boxOf, up, upTicks } from './axes.js';

const BANDS = [
  [0, 4, 0.12],
  [1, 3, 0.22],
];
const MEDIAN = 2;

export function drawFan({ lines, across: time, up: level, words }, w, h, u) {
  const box = boxOf(w, h, u);
  const [x, y] = [across(time, box), up(level, box)];
  const along = (one, band) => one.years.map((year, i) => [x(year), y(one.bands[band][i])]);
  const bands = lines.flatMap(one => BANDS.map(([low, high, opacity]) => {
    const around = [...along(one, low), ...along(one, high).reverse()];
    return path(`${pathOf(around)}z`, { fill: one.mark, opacity });
  })); // prettier-ignore
  const medians = lines.map(one => {
    const dash = CITY[one.mark].dash.join(' ');
    return line(along(one, MEDIAN), { stroke: one.mark, width: Math.max(3, u / 5), dash });
  });
  return [
    ...upTicks(level, box, u),
    ...acrossTicks(time, box, u),
    text(box.right, box.bottom + u * 2.9, words.years, u, { anchor: 'end' }),
    ...bands,
    ...medians,
    ...ends(lines, x, y, u),
    ...legendOf(lines, words, box, u),
  ];
}

// Each line ends with its city's symbol.
function ends(lines, x, y, u) {
  return lines.map(one => mark(one.mark, x(one.years.at(-1)), y(one.bands[MEDIAN].at(-1)), u * 0.5));
}

function legendOf(lines, words, box, u) {
  const said = `${words.median} · ${words.half} · ${words.most}`;
  const named = lines.flatMap((one, i) => {
    const at = box.top + (i + 0.2) * u * 1.5;
    return [
      mark(one.mark, box.left + u * 1.2, at, u * 0.5),
      text(box.left + u * 2.2, at + u * 0.35, one.label, u, { weight: 700, fill: colourOf(one.mark) }),
    ];
  });
  return [...named, text(box.left, box.bottom + u * 2.9, said, u, { fill: 'soft' })];
}

function colourOf(letter) {
  return letter in COLOURS ? letter : 'ink';
}
