// Words on a canvas: their font, their halo, and how they are made to fit.
export function setFont(g, pen, size, weight) {
  g.font = `${weight || 400} ${size}px ${pen.font}`;
}

export function alignText(g, align, baseline) {
  g.textAlign = align;
  g.textBaseline = baseline;
}

export function haloText(g, pen, text, x, y, colour) {
  g.lineWidth = 4;
  g.lineJoin = 'round';
  g.strokeStyle = pen.ground;
  g.strokeText(text, x, y);
  g.fillStyle = colour;
  g.fillText(text, x, y);
}

export function wrapWords(g, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    const longer = line ? `${line} ${word}` : word;
    if (g.measureText(longer).width <= width || !line) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function fitText(g, text, width) {
  if (g.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && g.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}
