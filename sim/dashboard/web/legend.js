// The legend under a map: the ramp of its classes, what hatching and discs mean.
import { alignText, fitText, setFont } from './lettering.js';
import { ONE_IN_100, drawDisc } from './map.js';
import { formatNumber } from './numbers.js';
import { endsOf } from './ramp.js';

export function drawMapLegend(g, pen, plan, at, scene, first) {
  alignText(g, 'left', 'middle');
  setFont(g, pen, plan.small);
  if (first) drawRamp(g, pen, plan, at, scene);
  if (plan.stacked || (first && plan.kind !== 'phone')) return;
  drawMarksLegend(g, pen, plan, at, scene.words, !first);
}

function drawRamp(g, pen, plan, at, { mapOutcome, language, titled, ramp }) {
  const small = plan.small;
  const w = Math.min(at.w * 0.52, small * 9) / 5;
  const named = !plan.stacked && (plan.kind === 'stage' || titled); // beside its chart a map needs no name
  const y = at.y + (plan.stacked ? small * 0.3 : plan.kind === 'stage' ? small * 1.7 : small * 1.75);
  if (named) {
    g.fillStyle = pen.ink;
    g.fillText(fitText(g, mapOutcome.label, at.w), at.x, at.y + small * 0.5);
  }
  drawClasses(g, pen, pen.ramp, { x: at.x, y, w, h: small * 0.85 });
  const [low, high] = endsOf(ramp, mapOutcome).map(value => formatNumber(value, mapOutcome, language));
  g.fillStyle = pen.soft;
  g.fillText(`${low} → ${high}`, at.x + 5 * w + small * 0.6, y + small * 0.45);
}

// A row of boxes, one a class; ``first`` is the first of them.
export function drawClasses(g, pen, colours, first) {
  colours.forEach((colour, i) => {
    g.fillStyle = colour;
    g.fillRect(first.x + i * first.w, first.y, first.w, first.h);
    g.strokeStyle = pen.soft;
    g.lineWidth = 0.8;
    g.strokeRect(first.x + i * first.w, first.y, first.w, first.h);
  });
}

function drawMarksLegend(g, pen, plan, at, words, second) {
  const small = plan.small;
  const y = at.y + (second ? small * 0.5 : small * 3.6);
  drawHatchedBox(g, pen, at.x, y, small);
  setFont(g, pen, small);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.fillText(words.outage, at.x + small * 1.4, y);
  const r = Math.min(plan.maps[0].w * ONE_IN_100, small * 0.9);
  drawDisc(g, at.x + r, y + small * 1.6, r, 1.6);
  g.fillStyle = pen.ink;
  g.fillText(fitText(g, words.ring, at.w - r * 2 - small), at.x + r * 2 + small * 0.5, y + small * 1.6);
}

function drawHatchedBox(g, pen, x, y, size) {
  g.save();
  g.beginPath();
  g.rect(x, y - size * 0.5, size, size);
  g.strokeStyle = pen.ink;
  g.lineWidth = 1.4;
  g.stroke();
  g.clip();
  g.beginPath();
  for (let i = -1; i < 4; i++) {
    g.moveTo(x + (i * size) / 3, y + size);
    g.lineTo(x + ((i + 3) * size) / 3, y - size);
  }
  g.lineWidth = 1;
  g.stroke();
  g.restore();
}
