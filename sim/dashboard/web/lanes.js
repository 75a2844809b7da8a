// Under the chart, a lane per city on the same time axis: people in the street, and what happened, in words.
const LEAST_PEAK = 0.01; // of residents: smaller gatherings keep a small lane

function drawLanes(g, pen, plan, scene) {
  const { frame, now, mapsCovered } = scene;
  const x = timeScale(frame, plan.plot);
  const lanes = scene.letters.map(letter => ({ letter, series: seriesOf(frame, letter, 'active') }));
  let peak = LEAST_PEAK;
  for (const { series } of lanes) if (series) for (const value of series) if (value > peak) peak = value;
  lanes.forEach((lane, i) => {
    const base = plan.lanesTop + (i + 1) * plan.lane;
    drawSymbol(g, pen, lane.letter, plan.plot.x - plan.unit * 0.9, base - plan.lane * 0.35, plan.unit * 0.3);
    g.strokeStyle = pen.line;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(plan.plot.x, base);
    g.lineTo(plan.plot.x + plan.plot.w, base);
    g.stroke();
    const until = mapsCovered ? Math.min(0, now) : now;
    if (lane.series) areaOf(g, pen, plan, frame, lane.series, until, base, peak, x);
    drawHappenings(g, pen, plan, scene, lane.letter, until, base, x);
  });
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

function drawHappenings(g, pen, plan, scene, letter, until, base, x) {
  const size = Math.max(10, plan.small * 0.78);
  const shown = scene.frame.happenings.filter(item => item.city === letter && item.week <= until);
  const end = plan.plot.x + plan.plot.w;
  setFont(g, pen, size);
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  shown.forEach((item, i) => {
    const px = x(item.week);
    g.fillStyle = pen.ink;
    if (item.kind === 'breach') {
      symbolPath(g, 'diamond', px, base - plan.lane * 0.4, size * 0.36);
      g.fill();
    } else {
      g.fillRect(px - 1.5, base - plan.lane * 0.72, 3, plan.lane * 0.72);
    }
    const word = item.kind === 'outage' ? scene.words.outage_mark : scene.words.events[item.kind];
    if (!word) return;
    const next = i + 1 < shown.length ? x(shown[i + 1].week) : end;
    const room = next - px - size * 1.1;
    if (g.measureText(word).width <= room) haloText(g, pen, word, px + size * 0.55, base - plan.lane * 0.5, pen.ink);
  });
}
