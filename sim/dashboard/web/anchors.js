// The values of two years ago and of today in the focus chart: what later ones are held against.
import { valueAt } from './frame.js';
import { alignText, setFont } from './lettering.js';
import { formatNumber } from './numbers.js';

const BEGUN = 3; // weeks after which the first value of the past is told

// Today's stands over the line of the past, clear of it; the first value beside it, or beneath the line where the two
// would be written over one another.
export function drawAnchors(g, pen, plan, { frame, outcome, language, words }, past, x, y) {
  const [first, last] = [frame.first + BEGUN, 0].map(week => valueAt(frame, past, week));
  if (!Number.isFinite(first) || !Number.isFinite(last)) return;
  setFont(g, pen, plan.small, 700);
  g.fillStyle = pen.past;
  const then = formatNumber(first, outcome, language);
  const today = `${words.today} ${formatNumber(last, outcome, language)}`;
  const [left, right] = [x(frame.first) + 4, x(0) - 8];
  const [ends, begins] = [left + g.measureText(then).width, right - g.measureText(today).width];
  const heights = (from, to) => heightsOf(frame, past, from, to, x, y);
  const gap = plan.unit * 0.4;
  alignText(g, 'right', 'bottom');
  g.fillText(today, right, Math.min(...heights(begins, right)) - gap);
  const beside = ends + gap < begins;
  alignText(g, 'left', beside ? 'bottom' : 'top');
  const over = heights(left, ends);
  const lowest = plan.plot.y + plan.plot.h - plan.small;
  g.fillText(then, left, beside ? Math.min(...over) - gap : Math.min(lowest, Math.max(...over) + gap));
}

// Where the line of the past runs between two places across, in CSS pixels from the top.
function heightsOf(frame, past, from, to, x, y) {
  const heights = [];
  for (let week = frame.first; week <= 0; week++) {
    const value = past[week - frame.first];
    if (Number.isFinite(value) && x(week) >= from - 1 && x(week) <= to + 9) heights.push(y(value));
  }
  return heights.length ? heights : [y(valueAt(frame, past, 0))];
}
