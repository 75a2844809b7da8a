// Six outcomes beside the focus: rulers on the stage, small curves on a laptop, values alone on a phone.
import { seriesOf, valueAt } from './frame.js';
import { alignText, setFont, wrapWords } from './lettering.js';
import { linePath, strokeCity, timeScale, valueScale } from './lines.js';
import { formatNumber } from './numbers.js';
import { drawRuler } from './ruler.js';
import { drawSymbol } from './style.js';

export function drawTile(g, pen, plan, tile, outcome, scene) {
  frameOf(g, pen, plan, tile);
  drawTileTitle(g, pen, plan, tile, outcome);
  if (scene.hidden.includes(outcome.id)) {
    setFont(g, pen, plan.unit * 1.6, 700);
    g.fillStyle = pen.soft;
    alignText(g, 'center', 'middle');
    g.fillText('?', tile.x + tile.w / 2, tile.y + tile.h * 0.62);
    return;
  }
  if (plan.tileStyle === 'curve') drawTileCurve(g, pen, plan, tile, outcome, scene);
  if (plan.tileStyle === 'ruler') drawRuler(g, pen, plan, tile, outcome, scene);
  drawTileValues(g, pen, plan, tile, outcome, scene);
}

function frameOf(g, pen, plan, tile) {
  g.beginPath();
  g.roundRect(tile.x + 0.5, tile.y + 0.5, tile.w - 1, tile.h - 1, plan.unit * 0.4);
  g.fillStyle = pen.ground;
  g.fill();
  g.strokeStyle = pen.line;
  g.lineWidth = 1.2;
  g.stroke();
}

function drawTileTitle(g, pen, plan, tile, outcome) {
  const size = plan.kind === 'stage' ? plan.small : Math.max(12.5, Math.min(plan.unit * 0.93, tile.w / 9.5));
  setFont(g, pen, size);
  g.fillStyle = pen.ink;
  alignText(g, 'left', 'top');
  const lines = wrapWords(g, outcome.label, tile.w - size * 1.2).slice(0, 2);
  lines.forEach((line, i) => g.fillText(line, tile.x + size * 0.6, tile.y + size * 0.5 + i * size * 1.15));
}

function drawTileCurve(g, pen, plan, tile, outcome, scene) {
  const { frame, now, playing } = scene;
  const pad = plan.unit * 0.7;
  const top = tile.y + plan.unit * 2.6;
  const plot = { x: tile.x + pad, y: top, w: tile.w - pad * 2, h: Math.max(20, tile.h - plan.unit * 5.3) };
  const x = timeScale(frame, plot);
  const y = valueScale(outcome.axis, plot);
  drawEnds(g, pen, outcome, plot, y);
  drawTileLines(g, pen, outcome, scene, x, y, plot.w < 200 ? 4 : 2);
  if (!playing && now < frame.last) {
    g.fillStyle = pen.soft;
    g.fillRect(x(now) - 0.5, plot.y, 1, plot.h);
  }
}

// A line at either end of the axis.
function drawEnds(g, pen, outcome, plot, y) {
  g.strokeStyle = pen.line;
  g.lineWidth = 1;
  for (const value of outcome.axis) {
    g.beginPath();
    g.moveTo(plot.x, y(value));
    g.lineTo(plot.x + plot.w, y(value));
    g.stroke();
  }
}

function drawTileLines(g, pen, outcome, { frame, letters, now, playing, ahead }, x, y, step) {
  const until = playing || !ahead ? now : frame.last;
  linePath(g, frame, seriesOf(frame, frame.letters[0], outcome.id), frame.first, 0, x, y, step);
  g.strokeStyle = pen.past;
  g.lineWidth = 2;
  g.stroke();
  for (const letter of ['N', ...letters.slice().reverse()]) {
    const series = seriesOf(frame, letter, outcome.id);
    if (!series) continue;
    linePath(g, frame, series, 0, until, x, y, step);
    strokeCity(g, pen, letter, letter === 'N' ? 1.2 : 2.2, { alpha: frame.draft ? 0.5 : 1 });
  }
}

function drawTileValues(g, pen, plan, tile, outcome, scene) {
  const { frame, now, language, letters, place } = scene;
  const many = letters.length > 2;
  const size = plan.kind === 'stage' ? (many ? 34 : 41) * plan.scale : plan.unit * (many ? 1.1 : 1.3);
  const y = tile.y + tile.h - size * (place ? 1.55 : 0.85);
  const usable = tile.w - size * 0.6;
  letters.forEach((letter, i) => {
    const x = tile.x + size * 0.55 + (usable * i) / letters.length;
    const value = valueAt(frame, seriesOf(frame, letter, outcome.id), now);
    drawSymbol(g, pen, letter, x, y, size * 0.27);
    setFont(g, pen, size, 700);
    g.fillStyle = pen.cities[letter];
    alignText(g, 'left', 'middle');
    g.fillText(formatNumber(value, outcome, language), x + size * 0.5, y + 1);
  });
  if (place) drawPlace(g, pen, plan, tile, place(outcome.id), size);
}

// Where the room's city lies, smaller where it would leave the tile.
function drawPlace(g, pen, plan, tile, place, size) {
  const wanted = plan.kind === 'stage' ? plan.small : plan.unit * 0.8;
  setFont(g, pen, wanted);
  setFont(g, pen, wanted * Math.min(1, (tile.w - size * 0.8) / g.measureText(place).width));
  g.fillStyle = pen.ink;
  g.fillText(place, tile.x + size * 0.4, tile.y + tile.h - size * 0.55);
}
