// The lines of the cities: scales, paths with their gaps, dashes that noise cannot close.
import { valueAt } from './frame.js';
import { CITY } from './style.js';

export function timeScale(frame, plot) {
  return week => plot.x + ((week - frame.first) / (frame.last - frame.first)) * plot.w;
}

// A value beyond an end of the axis is drawn at that end.
export function valueScale(axis, plot) {
  const [low, high] = axis;
  return value => plot.y + plot.h - ((Math.min(Math.max(value, low), high) - low) / (high - low)) * plot.h;
}

export function linePath(g, frame, series, from, to, x, y, step) {
  g.beginPath();
  if (!series) return; // this outcome or city is still on its way
  let down = false;
  for (let week = from; week <= to; week += step) {
    const value = series[week - frame.first];
    if (!Number.isFinite(value)) {
      down = false;
      continue;
    }
    if (down) g.lineTo(x(week), y(value));
    else g.moveTo(x(week), y(value));
    down = true;
  }
}

const DASH_STRIDE = 8; // weeks over which a line's length is measured: the jitter of single weeks must not eat the gaps

function dashOf(letter, width) {
  return CITY[letter].dash.map(d => d * Math.max(1, width / 3.2));
}

// The line of a city from one week to another, with the gaps of its dash in it.
export function cityPath(g, frame, letter, series, from, to, x, y, width) {
  const dash = dashOf(letter, width);
  if (!dash.length) {
    linePath(g, frame, series, from, to, x, y, 1);
    return;
  }
  g.beginPath();
  if (!series) return;
  const value = week => series[week - frame.first];
  const height = letter === 'N' ? week => y(valueAt(frame, series, week)) : week => y(value(week)); // a dot is no place for jitter
  const dot = dotOf(dash, x);
  let down = false;
  for (const { week, length } of measured(frame, from, to, x, height)) {
    const drawn = Number.isFinite(value(week)) && inDash(dash, length);
    if (drawn && down) g.lineTo(x(week), height(week));
    else if (drawn) {
      g.moveTo(x(week), height(week));
      g.lineTo(x(week) + dot, height(week));
    }
    down = drawn;
  }
}

// How long a dash is drawn at least: one may be shorter than a week.
function dotOf(dash, x) {
  const shortest = Math.min(...dash.filter((_, i) => i % 2 === 0));
  return shortest < 3 * (x(1) - x(0)) ? shortest : 0;
}

// Every week with the length of the line until there; the last week of a stride is also the next one's first.
function* measured(frame, from, to, x, height) {
  let length = 0;
  for (let start = from; start < to; start += DASH_STRIDE) {
    const end = Math.min(start + DASH_STRIDE, frame.last);
    const run = Math.hypot(x(end) - x(start), height(end) - height(start) || 0);
    for (let week = start; week <= Math.min(end, to); week++) {
      yield { week, length: length + (run * (week - start)) / (end - start) };
    }
    length += run;
  }
}

// Whether a point so far along a line lies in a dash, not in a gap.
export function inDash(dash, length) {
  let left = length % dash.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < dash.length; i++) {
    if (left < dash[i]) return i % 2 === 0;
    left -= dash[i];
  }
  return false;
}

export function strokeCity(g, pen, letter, width, { alpha = 1, casing = false, dashed = false } = {}) {
  g.save();
  g.lineJoin = 'round';
  g.globalAlpha = alpha;
  if (casing) {
    g.setLineDash([]);
    g.strokeStyle = pen.ground;
    g.lineWidth = width + 4;
    g.stroke();
  }
  g.setLineDash(dashed ? [] : dashOf(letter, width));
  g.strokeStyle = pen.cities[letter];
  g.lineWidth = width;
  g.stroke();
  g.restore();
}
