// The dashboard's preview: the real widget, drawn with settings that the page around this one sends and nobody has saved.
const tenant = new URLSearchParams(location.search).get('tenant') ?? '';
const fetchFromServer = window.fetch;
let draft = null;

window.fetch = async (address, options) => {
  const answer = await fetchFromServer(address, options);
  const isConfig = String(address).endsWith(`/api/widget/public/${encodeURIComponent(tenant)}`);
  if (!isConfig || !answer.ok || !draft) return answer;
  const { data } = await answer.json();
  return Response.json({ data: { ...data, ...draft } });
};

// A widget that opens takes the focus; here that would be out of the field in which its settings are typed.
const focus = HTMLElement.prototype.focus;
HTMLElement.prototype.focus = () => {};
addEventListener('pointerdown', () => {
  HTMLElement.prototype.focus = focus;
});

function show() {
  if (!window.Chatly) return;
  window.Chatly.shutdown();
  window.Chatly.boot({ tenant });
  window.Chatly.open();
}

addEventListener('message', ({ source, data }) => {
  if (source !== parent) return;
  draft = data;
  if (window.Chatly) return show();
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.addEventListener('load', show);
  document.head.append(script);
});

parent.postMessage('ready', '*');
