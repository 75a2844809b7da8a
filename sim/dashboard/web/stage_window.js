// The stage window: a second window of the same browser, fed by the moderator's page over BroadcastChannel.
function stageWindow(channelName) {
  const channel = new BroadcastChannel(channelName);
  const find = id => document.getElementById(id);
  const state = { view: null, frame: null, ghost: null, runs: null, geometry: null, now: 0, weight: 1, pointed: null };
  const painter = makePainter(find('canvas'));
  let waiting = false;

  const take = {
    view(message) {
      state.view = message.view;
      document.documentElement.dataset.theme = message.view.theme;
      document.documentElement.lang = message.view.language;
      painter.forgetColours();
      tellSentence(message.sentence, message.view.overlay);
      tellOverlay(message.view.overlay);
      tellCard(message.view.card);
    },
    geometry(message) { state.geometry = message.geometry; painter.forgetShapes(); },
    frame(message) {
      const frame = readFrame(new DataView(message.bytes));
      if (state.frame && !frame.fresh && frame.change !== state.frame.change && !state.frame.draft) state.ghost = state.frame;
      state.frame = frame;
    },
    runs(message) { state.runs = message.bytes && readRuns(new DataView(message.bytes)); },
    panel(message) { find('veil').hidden = !message.html; find('panel').innerHTML = message.html; },
    week(message) { state.now = message.week; },
    blank(message) { document.body.classList.toggle('tc-blank', message.on); },
  };
  channel.onmessage = event => { if (take[event.data.what]) take[event.data.what](event.data); redraw(); };
  window.addEventListener('resize', redraw);
  channel.postMessage({ what: 'hello' });

  // What the room said stands in the sentence's place until there is a sentence, then beneath the dials.
  function tellSentence(sentence, overlay) {
    const told = overlay && overlay.kind === 'tally' ? [{ text: overlay.text }] : [];
    const found = sentence.parts || [];
    const parts = found.length ? found : told;
    find('told').textContent = found.length && told.length ? told[0].text : '';
    find('sentence').classList.toggle('tc-sentence-empty', !parts.length);
    find('sentence').replaceChildren(...parts.map(part => {
      const span = document.createElement('span');
      span.textContent = part.text;
      if (part.city) span.className = `tc-city-${part.city}`;
      return span;
    }));
  }

  function tellOverlay(overlay) {
    find('overlay').innerHTML = '';
    find('overlay').hidden = !overlay || overlay.kind === 'tally';
    if (find('overlay').hidden) return;
    if (overlay.kind === 'question') return line(find('overlay'), 'p', overlay.text, 'tc-overlay-question');
    const both = line(find('overlay'), 'div', '', 'tc-overlay-cards');
    for (const card of overlay.cards) {
      const box = line(both, 'div', '', 'tc-overlay-card');
      line(line(box, 'h2', `${{ A: '●', B: '▲' }[card.letter]} ${card.title} `, `tc-city-${card.letter}`), 'span', card.note, 'tc-card-note');
      for (const row of card.rows) { line(box, 'p', row.label, 'tc-small'); line(box, 'p', row.text, 'tc-row'); }
    }
  }

  function tellCard(text) {
    const old = document.querySelector('.tc-change-card');
    if (old && old.textContent === text) return;
    if (old) old.remove();
    if (text && !state.view.large) line(document.body, 'div', text, 'tc-change-card');
  }

  function line(parent, tag, text, name) {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (!state.view) return;
      const view = state.view;
      const plan = layOut(view.large ? 'large' : 'stage', innerWidth, view.large ? innerHeight * 0.93 : innerHeight, shownLetters(view), view.tiles, view.letters.length);
      const at = plan.sentence;
      Object.assign(find('sentence').style, { left: `${at.x}px`, top: `${at.y}px`, width: `${at.w}px`, height: `${at.h}px` });
      fitSentence(find('sentence'), plan);
      find('caution').textContent = view.words.caution;
      find('told').hidden = view.large;
      find('caution').style.fontSize = `${28 * plan.sentenceSize / (view.large ? 64 : 46)}px`;
      painter.paint(plan, state);
    });
  }
}
