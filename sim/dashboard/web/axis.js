// The upright axis of the focus chart: the outcome's own from end to end or, when asked for, cut and said to be.
import { seriesOf } from './frame.js';
import { setFont } from './lettering.js';
import { valueScale } from './lines.js';
import { formatNumber } from './numbers.js';

const LEAST_PART = 0.1; // of the whole axis: a smaller part would make hills of noise

export function focusAxis(scene, plot, unit) {
  const [low, high] = scene.outcome.axis;
  const part = scene.zoom && !scene.curtain ? partInUse(scene, low, high) : [low, high];
  const cut = { low: part[0] > low, high: part[1] < high };
  const band = unit * 1.7;
  const strip = scene.zoom && scene.runs && scene.runsAs === 'dots' ? unit * 2.9 : 0; // the dots have no free place beside cut lines
  const above = (cut.high ? band : 0) + strip;
  const inner = { ...plot, y: plot.y + above, h: plot.h - above - (cut.low ? band : 0) };
  const y = valueScale(part, inner);
  return { y, part, cut, inner, band, strip };
}

// The part of the axis that the lines of the whole picture need, in round numbers.
function partInUse(scene, low, high) {
  const { outcome } = scene;
  const [least, most] = extremes(scene);
  if (!(most >= least)) return [low, high];
  const widen = Math.max(0, LEAST_PART * (high - low) - (most - least)) / 2;
  const step = roundStep(((most - least + 2 * widen) / 4) * outcome.scale, outcome.digits) / outcome.scale;
  const end = (value, round) => Math.min(high, Math.max(low, round(value / step) * step));
  return [end(least - widen + 1e-9, Math.floor), end(most + widen - 1e-9, Math.ceil)];
}

// The least and the largest value of all lines, those of the ghost included.
function extremes({ frame, ghost, outcome, letters }) {
  let [least, most] = [Infinity, -Infinity];
  for (const drawn of [frame, ghost].filter(Boolean)) {
    for (const letter of [...letters, 'N']) {
      for (const value of seriesOf(drawn, letter, outcome.id) || []) {
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
  }
  return [least, most];
}

function roundStep(rough, digits) {
  const least = 10 ** -digits;
  const tens = 10 ** Math.floor(Math.log10(Math.max(rough, least)));
  const step = [1, 2, 5, 10].map(n => n * tens).find(n => n >= rough - 1e-9);
  return Math.max(least, step);
}

export function tellAxis(axis, outcome, words, language) {
  if (!axis.cut.low && !axis.cut.high) return '';
  const [low, high] = axis.part.map(value => formatNumber(value, outcome, language));
  return words.axis_cut.replace('{low}', low).replace('{high}', high);
}

export function axisValues(axis, outcome) {
  const middle = (axis.part[0] + axis.part[1]) / 2;
  const shown = middle * outcome.scale * 10 ** outcome.digits;
  const values =
    Math.abs(shown - Math.round(shown)) < 1e-6 ? [axis.part[0], middle, axis.part[1]] : axis.part.slice();
  return values.map(value => ({ value, y: axis.y(value) }));
}

// A torn line for each end that is cut, with the end's own value; what was cut is said once.
export function drawCuts(g, pen, plan, axis, outcome, words, language) {
  const { plot, unit, small } = plan;
  const bands = [];
  if (axis.cut.low) bands.push({ y: axis.inner.y + axis.inner.h, end: outcome.axis[0], at: plot.y + plot.h });
  if (axis.cut.high) bands.push({ y: plot.y, end: outcome.axis[1], at: plot.y });
  setFont(g, pen, small);
  g.textBaseline = 'middle';
  bands.forEach((band, i) => {
    const middle = band.y + axis.band / 2;
    drawTear(g, pen, plan, middle);
    g.fillStyle = pen.soft;
    g.textAlign = 'right';
    g.fillText(formatNumber(band.end, outcome, language), plot.x - unit * 0.5, band.at);
    if (i === 0) drawCutNote(g, pen, plan, middle, tellAxis(axis, outcome, words, language));
  });
}

function drawTear(g, pen, { plot, unit }, middle) {
  g.strokeStyle = pen.soft;
  g.lineWidth = Math.max(1.2, unit / 14);
  g.beginPath();
  for (let n = 0, x = plot.x; x <= plot.x + plot.w; n++, x += unit * 0.5) {
    g.lineTo(x, middle + (n % 2 ? 1 : -1) * unit * 0.22);
  }
  g.stroke();
}

function drawCutNote(g, pen, { plot, unit, small }, middle, text) {
  const width = g.measureText(text).width;
  const left = plot.x + plot.w - width - unit * 0.6;
  g.fillStyle = pen.ground;
  g.fillRect(left - unit * 0.3, middle - small * 0.7, width + unit * 0.6, small * 1.4);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.fillText(text, left, middle);
}
