// The labels at the end of the lines.
import { seriesOf, valueAt } from './frame.js';
import { alignText, haloText, setFont } from './lettering.js';
import { formatNumber } from './numbers.js';
import { drawSymbol } from './style.js';

// Labels sit at the end of their lines; when closer than a line of text they are pushed apart and get a leader.
export function spread(labels, distance, top, bottom) {
  const sorted = labels.slice().sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 12; pass++) {
    for (let i = 1; i < sorted.length; i++) {
      const miss = (distance * (sorted[i].tall + sorted[i - 1].tall)) / 2 - (sorted[i].y - sorted[i - 1].y);
      if (miss > 0) {
        sorted[i].y += miss / 2;
        sorted[i - 1].y -= miss / 2;
      }
    }
    for (const label of sorted) label.y = Math.min(Math.max(label.y, top), bottom);
  }
  return sorted;
}

export function drawEndLabels(g, pen, plan, scene, x, y) {
  if (scene.now <= 0) return;
  const at = Math.min(scene.now, scene.frame.last);
  const size = plan.kind === 'stage' ? 36 * plan.scale : plan.unit * 1.08;
  const labels = endLabels(scene, at, y);
  spread(labels, size * 1.12, plan.plot.y, plan.plot.y + plan.plot.h);
  for (const label of labels) {
    const none = label.letter === 'N';
    drawLeader(g, pen, plan.unit, label, x(at));
    if (!none) drawSymbol(g, pen, label.letter, x(at), label.home, plan.unit * 0.4);
    setFont(g, pen, none ? plan.small : size, none ? 400 : 700);
    drawLabel(g, pen, plan, label, x(at) + plan.unit * 1.15);
  }
}

function endLabels({ frame, outcome, letters, language, words }, week, y) {
  const labels = [...letters, 'N'].map(letter => {
    const value = valueAt(frame, seriesOf(frame, letter, outcome.id), week);
    const none = letter === 'N';
    const lines = none ? words.none.split(' ') : [`${letter} ${formatNumber(value, outcome, language)}`];
    return { letter, value, lines, home: y(value), y: y(value), tall: none ? 1.5 : 1 };
  });
  return labels.filter(label => Number.isFinite(label.value));
}

function drawLeader(g, pen, unit, label, x) {
  if (Math.abs(label.y - label.home) <= 3) return;
  g.beginPath();
  g.moveTo(x + unit * 0.4, label.home);
  g.lineTo(x + unit * 1.15 - 3, label.y);
  g.strokeStyle = pen.cities[label.letter];
  g.lineWidth = 1.2;
  g.stroke();
}

function drawLabel(g, pen, plan, { letter, lines, y }, x) {
  alignText(g, 'left', 'middle');
  lines.forEach((line, i) => {
    haloText(g, pen, line, x, y + (i - (lines.length - 1) / 2) * plan.small, pen.cities[letter]);
  });
}
