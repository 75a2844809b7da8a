// The focus chart: one past that forks, then a line for each city and thin dots for "no change".
import { drawAnchors } from './anchors.js';
import { drawAxes } from './axes.js';
import { focusAxis } from './axis.js';
import { seriesOf } from './frame.js';
import { drawEndLabels } from './labels.js';
import { fitText, setFont } from './lettering.js';
import { cityPath, linePath, strokeCity, timeScale } from './lines.js';
import { unitTold } from './numbers.js';
import { drawRunDots, drawRunLines } from './runs.js';
import { CITY } from './style.js';

const MARK = 0.28; // of the chart's height: the room's answers are asked for below it

export function drawFocus(g, pen, plan, scene) {
  const { frame, outcome, words, now } = scene;
  const x = timeScale(frame, plan.plot);
  const axis = focusAxis(scene, plan.plot, plan.unit);
  const thick = plan.kind === 'stage' ? 7 * plan.scale : Math.max(2.4, plan.unit * 0.2);
  drawFocusTitle(g, pen, plan, scene);
  drawAxes(g, pen, plan, frame, outcome, words, scene.language, axis);
  const past = seriesOf(frame, frame.letters[0], outcome.id);
  linePath(g, frame, past, frame.first, Math.min(0, now), x, axis.y, 1);
  g.strokeStyle = pen.past;
  g.lineWidth = thick;
  g.lineJoin = 'round';
  g.stroke();
  if (plan.stacked) drawAnchors(g, pen, plan, scene, past, x, axis.y);
  if (scene.curtain) {
    drawCurtain(g, pen, plan, x);
    return;
  }
  if (scene.ghost) drawGhost(g, pen, scene, x, axis.y, Math.max(1.4, thick * 0.45));
  const runs = !scene.playing && scene.runs && scene.runs.outcome === outcome.id ? scene.runs : null;
  const asLines = runs && scene.runsAs === 'lines';
  drawCities(g, pen, scene, x, axis.y, thick, asLines);
  if (asLines) drawRunLines(g, pen, runs, scene.letters, x, axis.y, Math.max(1, thick * 0.22));
  if (runs && scene.runsAs === 'dots') drawRunDots(g, pen, plan, scene, axis, x);
  drawEndLabels(g, pen, plan, scene, x, axis.y);
}

// What was drawn before the last change.
function drawGhost(g, pen, { ghost, letters, outcome }, x, y, width) {
  for (const letter of letters) {
    const old = seriesOf(ghost, letter, outcome.id);
    if (!old) continue;
    linePath(g, ghost, old, 0, ghost.last, x, y, 2);
    strokeCity(g, pen, letter, width, { alpha: 0.38 });
  }
}

function drawCities(g, pen, scene, x, y, thick, asLines) {
  const { frame, outcome, now, playing, weight } = scene;
  const until = Math.min(now, frame.last);
  const alpha = (frame.draft ? 0.5 : 1) * weight * (asLines ? 0.25 : 1);
  // The solid line first: the gaps of a dashed one on top let it be seen where both run together.
  const order = ['N', ...scene.letters.slice().sort()].filter(letter => frame.letters.includes(letter));
  for (const letter of order) {
    const series = seriesOf(frame, letter, outcome.id);
    const width = letter === 'N' ? Math.max(1.6, thick * 0.5) : thick * (frame.draft ? 0.55 : 1);
    if (!playing && scene.ahead && until < frame.last) {
      cityPath(g, frame, letter, series, Math.max(0, Math.floor(until)), frame.last, x, y, width);
      strokeCity(g, pen, letter, width * 0.7, { alpha: alpha * 0.28, dashed: true });
    }
    const casing = !CITY[letter].dash.length && !frame.draft && !asLines;
    cityPath(g, frame, letter, series, 0, until, x, y, width);
    strokeCity(g, pen, letter, width, { alpha, dashed: true, casing });
  }
}

function drawFocusTitle(g, pen, plan, { frame, outcome, titled, words, near }) {
  const { focus, plot, unit } = plan;
  const size = plan.kind === 'stage' ? 41 * plan.scale : unit * 1.22;
  if (plan.kind !== 'stage' && !titled) return; // elsewhere the title is a menu in the page
  setFont(g, pen, size, 700);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.textBaseline = 'alphabetic';
  g.fillText(outcome.label, plot.x, focus.y + size);
  const width = g.measureText(outcome.label).width;
  setFont(g, pen, plan.small);
  g.fillStyle = pen.soft;
  g.fillText(unitTold(outcome, frame, words, near), plot.x + width + unit * 0.5, focus.y + size);
}

function drawCurtain(g, pen, plan, x) {
  const { plot, unit } = plan;
  g.save();
  g.beginPath();
  g.rect(x(0) + 2, plot.y, plot.x + plot.w - x(0), plot.h);
  g.clip();
  g.fillStyle = pen.empty;
  g.fill();
  g.strokeStyle = pen.line;
  g.lineWidth = 1;
  for (let at = x(0) - plot.h; at < plot.x + plot.w; at += unit) {
    g.beginPath();
    g.moveTo(at, plot.y + plot.h);
    g.lineTo(at + plot.h, plot.y);
    g.stroke();
  }
  g.restore();
  setFont(g, pen, unit * 3, 700);
  g.fillStyle = pen.ink;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.fillText('?', (x(0) + plot.x + plot.w) / 2, plot.y + plot.h * MARK);
}

export function drawYear(g, pen, plan, scene) {
  const at = plan.yearAt;
  const named = at.h >= 90 * plan.scale; // there is room for the city above it
  const year = Math.ceil(Math.max(0, scene.now) / 52 - 1e-9);
  const told = scene.now <= 0 ? scene.words.at_choice : scene.words.year.replace('{n}', year);
  setFont(g, pen, 60 * plan.scale, 700);
  const fits = Math.min(1, at.w / g.measureText(told).width); // longer words are written smaller, not cut
  setFont(g, pen, 60 * plan.scale * fits, 700);
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.fillStyle = pen.ink;
  g.fillText(told, at.x + at.w / 2, at.y + at.h * (named ? 0.62 : 0.55));
  if (named) drawCity(g, pen, plan, at, scene.credit);
}

// Which city it is, and whether its map is one.
function drawCity(g, pen, plan, at, { title, caution }) {
  setFont(g, pen, 24 * plan.scale, 400);
  g.fillStyle = pen.soft;
  const told = [title, caution].filter(Boolean).join(' · ');
  g.fillText(fitText(g, told, at.w), at.x + at.w / 2, at.y + 15 * plan.scale);
}
