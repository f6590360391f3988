/*
 * The page that stands where Outlook on the web would stand. It only carries messages: the frames'
 * requests go to the test through `answerAddin`, the answers go back to the frame that asked.
 */
(function () {
  'use strict';

  /** Frame windows by conversation id. */
  const frames = new Map();

  /** Opens an add-in page the way Outlook does: what office.js must know stands in the frame's name. */
  window.openAddinFrame = function ({ conversationId, name, url, hidden }) {
    const frame = document.createElement('iframe');
    frame.name = name;
    frame.id = conversationId;
    if (hidden) frame.className = 'runtime';
    frame.src = url;
    document.body.append(frame);
    frames.set(conversationId, { element: frame, origin: new URL(url).origin });
  };

  window.closeAddinFrame = function (conversationId) {
    const frame = frames.get(conversationId);
    if (!frame) return;
    frames.delete(conversationId);
    frame.element.remove();
  };

  window.postToAddin = function (conversationId, message) {
    const frame = frames.get(conversationId);
    if (frame) frame.element.contentWindow.postMessage(message, frame.origin);
  };

  window.addEventListener('message', async (event) => {
    if (typeof event.data !== 'string') return;
    const conversationId = [...frames.keys()].find((id) => frames.get(id).element.contentWindow === event.source);
    if (conversationId === undefined || event.origin !== frames.get(conversationId).origin) return;
    const reply = await window.answerAddin(conversationId, event.data);
    if (reply !== null) window.postToAddin(conversationId, reply);
  });
})();
