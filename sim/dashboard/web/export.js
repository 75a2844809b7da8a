// A picture of the charts and a table of the numbers, made in the browser and saved by it. Both carry the
// receipt that the menu leaves in window.tcReceipt: { line, lines, scale, draft }.
function saveAs(name, blob) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

function savePicture(canvas, view, sentence, axisTold) {
  const ratio = window.devicePixelRatio || 1;
  const copy = document.createElement('canvas');
  const g = copy.getContext('2d');
  const pen = readPalette(document.documentElement);
  const footnotes = [
    { text: (sentence.parts || []).map(part => part.text).join(''), size: 17, weight: 400, step: 22 },
    { text: [view.words.caution, axisTold].filter(Boolean).join(' · '), size: 15, weight: 700, step: 22 },
    { text: window.tcReceipt.line, size: 11, weight: 400, step: 14 },
  ];
  for (const note of footnotes) {
    setFont(g, pen, note.size * ratio, note.weight);
    note.lines = wrapWords(g, note.text, canvas.width - 20 * ratio);
  }
  copy.width = canvas.width;
  copy.height = canvas.height + footnotes.reduce((sum, note) => sum + (note.lines.length * note.step + 6) * ratio, 10 * ratio);
  g.fillStyle = pen.ground;
  g.fillRect(0, 0, copy.width, copy.height);
  g.drawImage(canvas, 0, 0);
  g.fillStyle = pen.ink;
  let y = canvas.height;
  for (const note of footnotes) {
    setFont(g, pen, note.size * ratio, note.weight);
    note.lines.forEach(line => g.fillText(line, 10 * ratio, y += note.step * ratio));
    y += 6 * ratio;
  }
  copy.toBlob(blob => saveAs('two-cities.png', blob));
}

function saveTable(frame, view) {
  const named = frame.letters.filter(letter => view.plates[letter] && view.plates[letter].given).map(letter => `# ${letter}: ${view.plates[letter].given}`);
  const shown = frame.dials.map(id => view.dials[id]).filter(dial => dial && dial.scale !== 1).map(dial => `${dial.id} × ${dial.scale}`);
  const scale = `${window.tcReceipt.scale}${view.words.colon} ${shown.join(', ')}`;
  const draft = frame.draft ? [`# ${window.tcReceipt.draft.replace('{n}', frame.residents)}`] : [];
  const lines = [`# ${view.words.caution}`, ...named, ...window.tcReceipt.lines.map(line => `# ${line}`), ...draft, `# ${scale}`, ['week', 'city', ...frame.dials].join(',')];
  for (const letter of frame.letters) {
    const series = frame.dials.map(id => seriesOf(frame, letter, id));
    for (let week = frame.first; week <= frame.last; week++) {
      const values = series.map(one => one[week - frame.first]);
      lines.push([week, letter === 'N' ? 'no change' : letter, ...values.map(v => (Number.isFinite(v) ? +v.toPrecision(7) : ''))].join(','));
    }
  }
  saveAs('two-cities.csv', new Blob([lines.join('\n') + '\n'], { type: 'text/csv' }));
}
