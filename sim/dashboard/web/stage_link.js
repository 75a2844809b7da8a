// The moderator's end of the stage window: opens it and posts what changes.
function makeStageLink(snapshot) {
  const name = `two-cities-${Math.random().toString(36).slice(2)}`;
  const channel = new BroadcastChannel(name);
  let opened = null;
  channel.onmessage = event => { if (event.data.what === 'hello') for (const message of snapshot()) channel.postMessage(message); };
  return {
    open(title) {
      const body = '<p id="sentence" class="tc-sentence"></p><canvas id="canvas"></canvas><div id="overlay" class="tc-overlay" hidden></div><p id="told" class="tc-stage-told"></p><div id="veil" class="tc-veil" hidden><div id="panel" class="tc-panel"></div></div><p id="caution" class="tc-stage-caution"></p>';
      const { nonce } = document.querySelector('script[nonce]'); // the window inherits this page's policy
      const html = `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><style>${STAGE_STYLE}</style></head><body class="tc-page tc-page-stage tc-stage-window">${body}<script nonce="${nonce}">${STAGE_SCRIPT}\nstageWindow(${JSON.stringify(name)});</` + 'script></body></html>';
      opened = window.open(URL.createObjectURL(new Blob([html], { type: 'text/html' })), 'two-cities-stage', 'popup,width=1280,height=720');
    },
    isOpen() { return Boolean(opened && !opened.closed); },
    post(message) { channel.postMessage(message); },
    close() { channel.close(); },
  };
}
