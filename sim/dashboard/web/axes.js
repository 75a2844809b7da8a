// The grid behind the focus chart: values at its side, the choice and the years beneath.
import { axisValues, drawCuts } from './axis.js';
import { setFont } from './lettering.js';
import { timeScale } from './lines.js';
import { formatNumber } from './numbers.js';

export function drawAxes(g, pen, plan, frame, outcome, words, language, axis) {
  const { plot, unit, small } = plan;
  const x = timeScale(frame, plot);
  setFont(g, pen, small);
  g.textBaseline = 'middle';
  for (const { value, y } of axisValues(axis, outcome)) {
    g.strokeStyle = pen.line;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(plot.x, y);
    g.lineTo(plot.x + plot.w, y);
    g.stroke();
    g.fillStyle = pen.soft;
    g.textAlign = 'right';
    g.fillText(formatNumber(value, outcome, language), plot.x - unit * 0.5, y);
  }
  drawCuts(g, pen, plan, axis, outcome, words, language);
  drawTimeAxis(g, pen, plan, frame, words, x);
}

function drawTimeAxis(g, pen, plan, frame, words, x) {
  const { plot, unit, small } = plan;
  const bottom = plot.y + plot.h;
  drawChoice(g, pen, plot, unit, x(0));
  setFont(g, pen, small);
  g.fillStyle = pen.soft;
  g.textBaseline = 'top';
  const width = text => g.measureText(text).width;
  const roomForPast = x(0) - plot.x + unit * 1.6 > width(words.past) + width(words.choice) / 2 + 6;
  for (const [week, text, align] of timeMarks(frame, words, roomForPast)) {
    g.textAlign = align;
    const px = align === 'left' ? plot.x - unit * 1.6 : align === 'right' ? x(week) + unit * 1.2 : x(week);
    g.fillText(text, px, bottom + unit * 0.45);
  }
}

// The upright at which the past ends and the cities part.
function drawChoice(g, pen, plot, unit, x) {
  g.save();
  g.setLineDash([3, 4]);
  g.strokeStyle = pen.soft;
  g.lineWidth = Math.max(1.2, unit / 14);
  g.beginPath();
  g.moveTo(x, plot.y - unit * 0.3);
  g.lineTo(x, plot.y + plot.h);
  g.stroke();
  g.restore();
}

// What stands beneath the axis: [week, text, alignment].
export function timeMarks(frame, words, roomForPast) {
  const years = Math.round(frame.last / 52);
  const marks = [[0, words.choice, 'center']];
  if (frame.first < 0 && roomForPast) marks.unshift([frame.first, words.past, 'left']);
  if (years > 1) marks.push([frame.last, words.years.replace('{n}', years), 'right']);
  if (years >= 4) marks.push([Math.round(years / 2) * 52, String(Math.round(years / 2)), 'center']);
  return marks;
}
