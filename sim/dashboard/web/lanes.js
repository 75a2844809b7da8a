// Under the chart, a lane per city on the same time axis: people in the street, and what happened, in words.
import { seriesOf } from './frame.js';
import { alignText, fitText, haloText, setFont } from './lettering.js';
import { timeScale } from './lines.js';
import { drawSymbol, symbolPath } from './style.js';

const LEAST_PEAK = 0.01; // of residents: smaller gatherings keep a small lane

export function drawLanes(g, pen, plan, scene) {
  const { frame, letters, now, lanesCovered } = scene;
  const x = timeScale(frame, plan.plot);
  const until = lanesCovered ? Math.min(0, now) : now;
  const lanes = letters.map(letter => ({ letter, series: seriesOf(frame, letter, 'active') }));
  const peak = peakOf(lanes);
  if (plan.laneTitle) drawLaneTitle(g, pen, plan, scene, peak);
  lanes.forEach(({ letter, series }, i) => {
    const base = plan.lanesTop + (i + 1) * plan.lane;
    drawBase(g, pen, plan, letter, base);
    if (series) areaOf(g, pen, plan, frame, series, until, base, peak, x);
    drawEventRecords(g, pen, plan, scene, letter, until, base, x);
  });
}

// What the lanes show, what their height stands for, and what their marks mean.
function drawLaneTitle(g, pen, { plot, lanesTop, laneTitle, small }, { words, language }, peak) {
  setFont(g, pen, small * 0.86);
  alignText(g, 'left', 'middle');
  g.fillStyle = pen.soft;
  const full = (peak * 1000).toLocaleString(language, { maximumFractionDigits: 0 });
  g.fillText(fitText(g, words.lanes.replace('{n}', full), plot.w * 1.2), plot.x, lanesTop - laneTitle * 0.35);
}

// One scale for all lanes, so that they can be compared.
export function peakOf(lanes) {
  let peak = LEAST_PEAK;
  for (const { series } of lanes) {
    for (const value of series || []) if (value > peak) peak = value;
  }
  return peak;
}

function drawBase(g, pen, { plot, lane, unit }, letter, base) {
  drawSymbol(g, pen, letter, plot.x - unit * 0.9, base - lane * 0.35, unit * 0.3);
  g.strokeStyle = pen.line;
  g.lineWidth = 1;
  g.beginPath();
  g.moveTo(plot.x, base);
  g.lineTo(plot.x + plot.w, base);
  g.stroke();
}

function areaOf(g, pen, plan, frame, series, until, base, peak, x) {
  const tall = plan.lane * 0.86;
  g.beginPath();
  g.moveTo(x(frame.first), base);
  for (let week = frame.first; week <= until; week++) {
    g.lineTo(x(week), base - Math.min(1, (series[week - frame.first] || 0) / peak) * tall);
  }
  g.lineTo(x(Math.max(frame.first, until)), base);
  g.closePath();
  g.fillStyle = pen.soft;
  g.globalAlpha = 0.75;
  g.fill();
  g.globalAlpha = 1;
}

function drawEventRecords(g, pen, plan, scene, letter, until, base, x) {
  const size = Math.max(10, plan.small * 0.78);
  const shown = scene.frame.event_records.filter(item => item.city === letter && item.week <= until);
  const end = plan.plot.x + plan.plot.w;
  setFont(g, pen, size);
  alignText(g, 'left', 'middle');
  shown.forEach((item, i) => {
    const px = x(item.week);
    const next = i + 1 < shown.length ? x(shown[i + 1].week) : end;
    drawMark(g, pen, plan.lane, item.kind, px, base, size);
    const word = item.kind === 'outage' ? scene.words.outage_mark : scene.words.events[item.kind];
    if (word && g.measureText(word).width <= next - px - size * 1.1) {
      haloText(g, pen, word, px + size * 0.55, base - plan.lane * 0.5, pen.ink);
    }
  });
}

function drawMark(g, pen, lane, kind, x, base, size) {
  g.fillStyle = pen.ink;
  if (kind === 'breach') {
    symbolPath(g, 'diamond', x, base - lane * 0.4, size * 0.36);
    g.fill();
  } else {
    g.fillRect(x - 1.5, base - lane * 0.72, 3, lane * 0.72);
  }
}
