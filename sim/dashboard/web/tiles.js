// Six dials beside the focus: rulers on the stage, small curves on a laptop, values alone on a phone.
function drawTile(g, pen, plan, tile, dial, scene) {
  frameOf(g, pen, plan, tile);
  const lines = drawTileTitle(g, pen, plan, tile, dial);
  if (scene.hidden.includes(dial.id)) {
    setFont(g, pen, plan.unit * 1.6, 700);
    g.fillStyle = pen.soft;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillText('?', tile.x + tile.w / 2, tile.y + tile.h * 0.62);
    return;
  }
  if (plan.tileStyle === 'curve') drawTileCurve(g, pen, plan, tile, dial, scene, lines);
  if (plan.tileStyle === 'ruler') drawRuler(g, pen, plan, tile, dial, scene);
  drawTileValues(g, pen, plan, tile, dial, scene);
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

function drawTileTitle(g, pen, plan, tile, dial) {
  const size = plan.kind === 'stage' ? plan.small : Math.max(12.5, Math.min(plan.unit * 0.93, tile.w / 9.5));
  setFont(g, pen, size);
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.textBaseline = 'top';
  const lines = wrapWords(g, dial.label, tile.w - size * 1.2).slice(0, 2);
  lines.forEach((line, i) => g.fillText(line, tile.x + size * 0.6, tile.y + size * 0.5 + i * size * 1.15));
  return lines.length;
}

function wrapWords(g, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (g.measureText(longer).width <= width || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawTileCurve(g, pen, plan, tile, dial, scene) {
  const { frame, now, playing } = scene;
  const pad = plan.unit * 0.7;
  const top = tile.y + plan.unit * 2.6;
  const plot = { x: tile.x + pad, y: top, w: tile.w - pad * 2, h: Math.max(20, tile.h - plan.unit * 5.3) };
  const x = timeScale(frame, plot);
  const y = valueScale(dial, plot);
  g.strokeStyle = pen.line;
  g.lineWidth = 1;
  for (const value of dial.axis) {
    g.beginPath();
    g.moveTo(plot.x, y(value));
    g.lineTo(plot.x + plot.w, y(value));
    g.stroke();
  }
  const until = playing || !scene.ahead ? now : frame.last;
  const step = plot.w < 200 ? 4 : 2;
  linePath(g, frame, seriesOf(frame, frame.letters[0], dial.id), frame.first, 0, x, y, step);
  g.strokeStyle = pen.past;
  g.lineWidth = 2;
  g.stroke();
  for (const letter of ['N', ...scene.letters.slice().reverse()]) {
    const series = seriesOf(frame, letter, dial.id);
    if (!series) continue;
    linePath(g, frame, series, 0, until, x, y, step);
    strokeCity(g, pen, letter, letter === 'N' ? 1.2 : 2.2, { alpha: frame.draft ? 0.5 : 1 });
  }
  if (!playing && now < frame.last) {
    g.fillStyle = pen.soft;
    g.fillRect(x(now) - 0.5, plot.y, 1, plot.h);
  }
}

function drawRuler(g, pen, plan, tile, dial, scene) {
  const { frame, now, language } = scene;
  const u = plan.unit;
  const line = { x: tile.x + u * 0.9, w: tile.w - u * 1.8, y: tile.y + tile.h * 0.53 };
  const [low, high] = dial.axis;
  const x = value => line.x + (Math.min(Math.max(value, low), high) - low) / (high - low) * line.w;
  g.strokeStyle = pen.soft;
  g.lineWidth = 2.5;
  g.beginPath();
  g.moveTo(line.x, line.y);
  g.lineTo(line.x + line.w, line.y);
  for (const value of [low, (low + high) / 2, high]) { g.moveTo(x(value), line.y - u * 0.25); g.lineTo(x(value), line.y + u * 0.25); }
  g.stroke();
  setFont(g, pen, u * 0.6);
  g.fillStyle = pen.soft;
  g.textAlign = 'center';
  g.textBaseline = 'top';
  for (const value of [low, (low + high) / 2, high]) g.fillText(formatNumber(value, dial, language), x(value), line.y + u * 0.55);
  const none = valueAt(frame, seriesOf(frame, 'N', dial.id), now);
  if (Number.isFinite(none)) {
    g.save();
    g.setLineDash([3, 3]);
    g.strokeStyle = pen.cities.N;
    g.lineWidth = 3;
    g.beginPath();
    g.moveTo(x(none), line.y - u * 0.7);
    g.lineTo(x(none), line.y + u * 0.45);
    g.stroke();
    g.restore();
  }
  if (now <= 0) return;
  scene.letters.forEach((letter, i) => {
    const value = valueAt(frame, seriesOf(frame, letter, dial.id), now);
    if (Number.isFinite(value)) drawSymbol(g, pen, letter, x(value), line.y + (i % 2 ? 1 : -1) * u * 0.16, u * 0.42);
  });
}

function drawTileValues(g, pen, plan, tile, dial, scene) {
  const { frame, now, language, letters } = scene;
  const size = plan.kind === 'stage' ? (letters.length > 2 ? 34 : 41) * plan.scale : plan.unit * (letters.length > 2 ? 1.1 : 1.3);
  const y = tile.y + tile.h - (scene.place ? size * 1.55 : size * 0.85);
  const usable = tile.w - size * 0.6;
  letters.forEach((letter, i) => {
    const x = tile.x + size * 0.55 + usable * i / letters.length;
    const value = valueAt(frame, seriesOf(frame, letter, dial.id), now);
    drawSymbol(g, pen, letter, x, y, size * 0.27);
    setFont(g, pen, size, 700);
    g.fillStyle = pen.cities[letter];
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    g.fillText(formatNumber(value, dial, language), x + size * 0.5, y + 1);
  });
  if (scene.place) {
    const place = scene.place(dial.id);
    const wanted = plan.kind === 'stage' ? plan.small : plan.unit * 0.8;
    setFont(g, pen, wanted);
    setFont(g, pen, wanted * Math.min(1, (tile.w - size * 0.8) / g.measureText(place).width));
    g.fillStyle = pen.ink;
    g.fillText(place, tile.x + size * 0.4, tile.y + tile.h - size * 0.55);
  }
}
