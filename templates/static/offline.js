// Registers the keeper of visited pages (templates/sw.js) when this page has been read in peace. No page needs it. Not on
// the names of this machine: what is tried there one day must not stand before another site the next day.
'use strict';

{
  const script = document.currentScript.dataset.worker;
  const start = () => {
    const rules = window.trustedTypes && trustedTypes.createPolicy('bang-tin', { createScriptURL: () => script });
    const [came] = performance.getEntriesByType('navigation');
    navigator.serviceWorker.register(rules ? rules.createScriptURL('') : script).then(() => navigator.serviceWorker.ready)
      .then(({ active }) => { if (!came || !came.workerStart) active.postMessage('keep'); }).catch(() => {});
  };
  if ('serviceWorker' in navigator && !/^(localhost|127\.0\.0\.1|\[::1\]|)$/.test(location.hostname)) {
    addEventListener('load', () => (window.requestIdleCallback || setTimeout)(start));
  }
}
