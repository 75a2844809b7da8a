// The ruler of a tile on the stage.
import { seriesOf, valueAt } from './frame.js';
import { alignText, setFont } from './lettering.js';
import { formatNumber } from './numbers.js';
import { drawSymbol } from './style.js';

export function drawRuler(g, pen, plan, tile, outcome, scene) {
  const { frame, now, language } = scene;
  const u = plan.unit;
  const line = { x: tile.x + u * 0.9, w: tile.w - u * 1.8, y: tile.y + tile.h * 0.53 };
  const x = rulerScale(outcome.axis, line);
  const value = letter => valueAt(frame, seriesOf(frame, letter, outcome.id), now);
  drawScale(g, pen, u, line, x, outcome, language);
  drawNoChange(g, pen, u, line.y, x(value('N')));
  if (now <= 0) return;
  scene.letters.forEach((letter, i) => {
    const at = x(value(letter));
    if (Number.isFinite(at)) {
      drawSymbol(g, pen, letter, at, line.y + (i % 2 ? 1 : -1) * u * 0.16, u * 0.42);
    }
  });
}

// A value beyond an end stands at that end; of no value, no place.
export function rulerScale(axis, line) {
  const [low, high] = axis;
  return value => line.x + ((Math.min(Math.max(value, low), high) - low) / (high - low)) * line.w;
}

function drawScale(g, pen, u, line, x, outcome, language) {
  const [low, high] = outcome.axis;
  const marks = [low, (low + high) / 2, high];
  g.strokeStyle = pen.soft;
  g.lineWidth = 2.5;
  g.beginPath();
  g.moveTo(line.x, line.y);
  g.lineTo(line.x + line.w, line.y);
  for (const mark of marks) {
    g.moveTo(x(mark), line.y - u * 0.25);
    g.lineTo(x(mark), line.y + u * 0.25);
  }
  g.stroke();
  setFont(g, pen, u * 0.6);
  g.fillStyle = pen.soft;
  alignText(g, 'center', 'top');
  for (const mark of marks) g.fillText(formatNumber(mark, outcome, language), x(mark), line.y + u * 0.55);
}

function drawNoChange(g, pen, u, y, at) {
  if (!Number.isFinite(at)) return;
  g.save();
  g.setLineDash([3, 3]);
  g.strokeStyle = pen.cities.N;
  g.lineWidth = 3;
  g.beginPath();
  g.moveTo(at, y - u * 0.7);
  g.lineTo(at, y + u * 0.45);
  g.stroke();
  g.restore();
}
