// The focus chart: one past that forks, then a line for each city and thin dots for "no change".
function timeScale(frame, plot) {
  return week => plot.x + (week - frame.first) / (frame.last - frame.first) * plot.w;
}

function valueScale(dial, plot) {
  const [low, high] = dial.axis;
  return value => plot.y + plot.h - (Math.min(Math.max(value, low), high) - low) / (high - low) * plot.h;
}

function linePath(g, frame, series, from, to, x, y, step) {
  g.beginPath();
  if (!series) return; // this dial or city is still on its way
  let down = false;
  for (let week = from; week <= to; week += step) {
    const value = series[week - frame.first];
    if (!Number.isFinite(value)) { down = false; continue; }
    if (down) g.lineTo(x(week), y(value));
    else g.moveTo(x(week), y(value));
    down = true;
  }
}

const DASH_STRIDE = 8; // weeks over which a line's length is measured: the jitter of single weeks must not eat the gaps

function dashOf(letter, width) {
  return CITY[letter].dash.map(d => d * Math.max(1, width / 3.2));
}

function cityPath(g, frame, letter, series, from, to, x, y, width) {
  const dash = dashOf(letter, width);
  if (!dash.length) { linePath(g, frame, series, from, to, x, y, 1); return; }
  g.beginPath();
  if (!series) return;
  const at = letter === 'N' ? week => y(valueAt(frame, series, week)) : week => y(series[week - frame.first]); // a dot is no place for jitter
  const shortest = Math.min(...dash.filter((_, i) => i % 2 === 0));
  const dot = shortest < 3 * (x(1) - x(0)) ? shortest : 0; // a dot may be shorter than a week
  let length = 0;
  let down = false;
  for (let start = from; start < to; start += DASH_STRIDE) {
    const end = Math.min(start + DASH_STRIDE, frame.last);
    const run = Math.hypot(x(end) - x(start), at(end) - at(start) || 0);
    for (let week = start; week <= Math.min(end, to); week++) {
      const drawn = Number.isFinite(series[week - frame.first]) && inDash(dash, length + run * (week - start) / (end - start));
      if (drawn && down) g.lineTo(x(week), at(week));
      else if (drawn) { g.moveTo(x(week), at(week)); g.lineTo(x(week) + dot, at(week)); }
      down = drawn;
    }
    length += run;
  }
}

function inDash(dash, length) {
  let left = length % dash.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < dash.length; i++) {
    if (left < dash[i]) return i % 2 === 0;
    left -= dash[i];
  }
  return false;
}

function strokeCity(g, pen, letter, width, options) {
  const o = options || {};
  g.save();
  g.lineJoin = 'round';
  g.globalAlpha = o.alpha === undefined ? 1 : o.alpha;
  if (o.casing) {
    g.setLineDash([]);
    g.strokeStyle = pen.ground;
    g.lineWidth = width + 4;
    g.stroke();
  }
  g.setLineDash(o.dashed ? [] : dashOf(letter, width));
  g.strokeStyle = pen.cities[letter];
  g.lineWidth = width;
  g.stroke();
  g.restore();
}

function drawAxes(g, pen, plan, frame, dial, words, language, axis) {
  const { plot, unit, small } = plan;
  const x = timeScale(frame, plot);
  setFont(g, pen, small);
  g.textBaseline = 'middle';
  for (const { value, y } of axisValues(axis, dial)) {
    g.strokeStyle = pen.line;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(plot.x, y);
    g.lineTo(plot.x + plot.w, y);
    g.stroke();
    g.fillStyle = pen.soft;
    g.textAlign = 'right';
    g.fillText(formatNumber(value, dial, language), plot.x - unit * 0.5, y);
  }
  drawCuts(g, pen, plan, axis, dial, words, language);
  drawTimeAxis(g, pen, plan, frame, words, x);
}

function drawTimeAxis(g, pen, plan, frame, words, x) {
  const { plot, unit, small } = plan;
  const bottom = plot.y + plot.h;
  g.save();
  g.setLineDash([3, 4]);
  g.strokeStyle = pen.soft;
  g.lineWidth = Math.max(1.2, unit / 14);
  g.beginPath();
  g.moveTo(x(0), plot.y - unit * 0.3);
  g.lineTo(x(0), bottom);
  g.stroke();
  g.restore();
  setFont(g, pen, small);
  g.fillStyle = pen.soft;
  g.textBaseline = 'top';
  const years = Math.round(frame.last / 52);
  const marks = [[0, words.choice, 'center']];
  const roomForPast = x(0) - plot.x + unit * 1.6 > g.measureText(words.past).width + g.measureText(words.choice).width / 2 + 6;
  if (frame.first < 0 && roomForPast) marks.unshift([frame.first, words.past, 'left']);
  if (years > 1) {
    marks.push([frame.last, words.years.replace('{n}', years), 'right']);
    if (years >= 4) marks.push([Math.round(years / 2) * 52, String(Math.round(years / 2)), 'center']);
  }
  for (const [week, text, align] of marks) {
    g.textAlign = align;
    const px = align === 'left' ? plot.x - unit * 1.6 : align === 'right' ? x(week) + unit * 1.2 : x(week);
    g.fillText(text, px, bottom + unit * 0.45);
  }
}

function drawFocus(g, pen, plan, scene) {
  const { frame, ghost, dial, words, language, now, playing, curtain, weight } = scene;
  const { plot, unit } = plan;
  const x = timeScale(frame, plot);
  const axis = focusAxis(scene, plot, unit);
  const { y } = axis;
  const thick = plan.kind === 'stage' ? 7 * plan.scale : Math.max(2.4, unit * 0.2);
  drawFocusTitle(g, pen, plan, dial, scene.titled, scene.words);
  drawAxes(g, pen, plan, frame, dial, words, language, axis);
  const past = seriesOf(frame, frame.letters[0], dial.id);
  linePath(g, frame, past, frame.first, Math.min(0, now), x, y, 1);
  g.strokeStyle = pen.past;
  g.lineWidth = thick;
  g.lineJoin = 'round';
  g.stroke();
  if (curtain) { drawCurtain(g, pen, plan, words, x); return []; }
  // The solid line first: the gaps of a dashed one on top let it be seen where both run together.
  const order = ['N', ...scene.letters.slice().sort()].filter(letter => frame.letters.includes(letter));
  if (ghost) {
    for (const letter of scene.letters) {
      const old = seriesOf(ghost, letter, dial.id);
      if (!old) continue;
      linePath(g, ghost, old, 0, ghost.last, x, y, 2);
      strokeCity(g, pen, letter, Math.max(1.4, thick * 0.45), { alpha: 0.38 });
    }
  }
  const runs = !playing && scene.runs && scene.runs.dial === dial.id ? scene.runs : null;
  const asLines = runs && scene.runsAs === 'lines';
  const until = Math.min(now, frame.last);
  for (const letter of order) {
    const series = seriesOf(frame, letter, dial.id);
    const width = letter === 'N' ? Math.max(1.6, thick * 0.5) : thick * (frame.draft ? 0.55 : 1);
    const alpha = (frame.draft ? 0.5 : 1) * weight * (asLines ? 0.25 : 1);
    if (!playing && scene.ahead && until < frame.last) {
      cityPath(g, frame, letter, series, Math.max(0, Math.floor(until)), frame.last, x, y, width);
      strokeCity(g, pen, letter, width * 0.7, { alpha: alpha * 0.28, dashed: true });
    }
    cityPath(g, frame, letter, series, 0, until, x, y, width);
    strokeCity(g, pen, letter, width, { alpha, dashed: true, casing: !CITY[letter].dash.length && !frame.draft && !asLines });
  }
  if (asLines) drawRunLines(g, pen, runs, scene.letters, x, y, Math.max(1, thick * 0.22));
  if (runs && scene.runsAs === 'dots') drawRunDots(g, pen, plan, scene, axis, x);
  return drawEndLabels(g, pen, plan, scene, x, y);
}

function drawFocusTitle(g, pen, plan, dial, titled, words) {
  const { focus, plot, unit } = plan;
  const size = plan.kind === 'stage' ? 41 * plan.scale : unit * 1.22;
  if (plan.kind !== 'stage' && !titled) return; // elsewhere the title is a menu in the page
  setFont(g, pen, size, 700);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.textBaseline = 'alphabetic';
  g.fillText(dial.label, plot.x, focus.y + size);
  const width = g.measureText(dial.label).width;
  setFont(g, pen, plan.small);
  g.fillStyle = pen.soft;
  g.fillText([dial.unit, words.one_run].filter(Boolean).join(' · '), plot.x + width + unit * 0.5, focus.y + size);
}

function drawCurtain(g, pen, plan, words, x) {
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
  g.fillText('?', (x(0) + plot.x + plot.w) / 2, plot.y + plot.h / 2);
}

// Labels sit at the end of their lines; when closer than a line of text they are pushed apart and get a leader.
function spread(labels, distance, top, bottom) {
  const sorted = labels.slice().sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 12; pass++) {
    for (let i = 1; i < sorted.length; i++) {
      const miss = distance * (sorted[i].tall + sorted[i - 1].tall) / 2 - (sorted[i].y - sorted[i - 1].y);
      if (miss > 0) { sorted[i].y += miss / 2; sorted[i - 1].y -= miss / 2; }
    }
    for (const label of sorted) label.y = Math.min(Math.max(label.y, top), bottom);
  }
  return sorted;
}

function haloText(g, pen, text, x, y, colour) {
  g.lineWidth = 4;
  g.lineJoin = 'round';
  g.strokeStyle = pen.ground;
  g.strokeText(text, x, y);
  g.fillStyle = colour;
  g.fillText(text, x, y);
}

function drawYear(g, pen, plan, scene) {
  const at = plan.yearAt;
  setFont(g, pen, 60 * plan.scale, 700);
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.fillStyle = pen.ink;
  const year = Math.ceil(Math.max(0, scene.now) / 52 - 1e-9);
  g.fillText(scene.now <= 0 ? scene.words.at_choice : scene.words.year.replace('{n}', year), at.x + at.w / 2, at.y + at.h * 0.55);
}

function drawEndLabels(g, pen, plan, scene, x, y) {
  const { frame, dial, now, language, words } = scene;
  const { plot, unit } = plan;
  if (now <= 0) return [];
  const at = Math.min(now, frame.last);
  const size = plan.kind === 'stage' ? 36 * plan.scale : unit * 1.08;
  const labels = [];
  for (const letter of [...scene.letters, 'N']) {
    const value = valueAt(frame, seriesOf(frame, letter, dial.id), at);
    if (!Number.isFinite(value)) continue;
    labels.push({ letter, value, home: y(value), y: y(value), tall: letter === 'N' ? 1.5 : 1 });
  }
  const px = x(at);
  spread(labels, size * 1.12, plot.y, plot.y + plot.h);
  for (const label of labels) {
    const none = label.letter === 'N';
    const tx = px + unit * 1.15;
    if (Math.abs(label.y - label.home) > 3) {
      g.beginPath();
      g.moveTo(px + unit * 0.4, label.home);
      g.lineTo(tx - 3, label.y);
      g.strokeStyle = pen.cities[label.letter];
      g.lineWidth = 1.2;
      g.stroke();
    }
    if (!none) drawSymbol(g, pen, label.letter, px, label.home, unit * 0.4);
    setFont(g, pen, none ? plan.small : size, none ? 400 : 700);
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    const text = none ? words.none : `${label.letter} ${formatNumber(label.value, dial, language)}`;
    const lines = none ? text.split(' ') : [text];
    lines.forEach((line, i) => haloText(g, pen, line, tx, label.y + (i - (lines.length - 1) / 2) * plan.small, pen.cities[label.letter]));
  }
  return labels;
}
