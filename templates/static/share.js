// Buttons for what a browser can do with a notice: send, copy, keep, print. Without them the words can be copied by hand.
'use strict';
{
  const box = document.querySelector('.share'), fold = box.querySelector('details');
  const words = box.querySelector('textarea'), link = box.querySelector('input');
  const add = (kind) => box.insertBefore(document.createElement(kind), fold);
  const row = add('p'), state = add('p');
  state.setAttribute('role', 'status');
  const tell = (text) => { state.textContent = text; };

  function button(name, act) {
    const made = row.appendChild(document.createElement('button'));
    made.type = 'button';
    made.textContent = name;
    made.addEventListener('click', act);
  }

  // Browsers inside other programs often have no clipboard, or refuse it.
  function copy(field, done) {
    const select = () => {
      fold.open = true;
      field.focus();
      field.select();
      field.setSelectionRange(0, field.value.length);
      let copied = false;
      try { copied = document.execCommand('copy'); } catch (error) { /* by hand, then */ }
      tell(copied ? done : 'Trình duyệt này không tự sao chép được. Chữ đã được chọn sẵn, mời bấm giữ vào chữ rồi sao chép.');
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(field.value).then(() => tell(done), select);
    else select();
  }

  const read = (blob) => new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });

  // The page as one file that needs no other: its style and pictures inside, no scripts, no forms, whole addresses; and
  // with a line that says that it is a copy.
  async function save() {
    const page = document.documentElement.cloneNode(true), style = document.createElement('style');
    for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) {
      const answer = await fetch(sheet.href);
      if (!answer.ok) throw new Error(answer.status);
      style.textContent += await answer.text();
    }
    for (const part of page.querySelectorAll('script, form, .share, link:not([rel=canonical])')) part.remove();
    page.querySelector('head').appendChild(style);
    for (const a of page.querySelectorAll('a[href]:not([href^="#"])')) a.setAttribute('href', a.href);
    const told = document.createElement('p'), now = new Date();
    told.className = 'kept';
    told.textContent = `Bản lưu ngày ${String(now.getDate()).padStart(2, '0')}/${now.getMonth() + 1}/${now.getFullYear()} từ ${location.href.split('#')[0]}`;
    const body = page.querySelector('body');
    body.insertBefore(told, body.firstChild);
    // Not as attributes: the page's policy would refuse such a picture even in the copy.
    const inside = new Map();
    for (const image of page.querySelectorAll('img')) {
      try {
        const answer = await fetch(image.src);
        if (!answer.ok) throw new Error(answer.status);
        inside.set(image.getAttribute('src'), await read(await answer.blob()));
      } catch (error) { image.replaceWith(image.alt); }
    }
    let whole = page.outerHTML;
    for (const [address, data] of inside) whole = whole.split(`src="${address}"`).join(`src="${data}"`);
    const file = document.createElement('a');
    file.href = URL.createObjectURL(new Blob(['<!doctype html>\n', whole], { type: 'text/html' }));
    file.download = `${location.pathname.split('/').filter(Boolean).pop() || 'trang'}.html`;
    document.body.appendChild(file).click();
    file.remove();
    setTimeout(() => URL.revokeObjectURL(file.href), 60000);
    tell(`Đang tải về tệp ${file.download}, mở được cả khi không có mạng.`);
  }

  if (navigator.share) button('Chia sẻ…', () => navigator.share({ text: words.value }).catch(() => {}));
  button('Sao chép liên kết', () => copy(link, 'Đã sao chép liên kết.'));
  button('Sao chép tin gửi Zalo', () => copy(words, 'Đã sao chép, mời dán vào Zalo.'));
  if (window.fetch && /^http/.test(location.protocol)) {
    button('Lưu trang', () => save().catch(() => tell('Chưa lưu được, mời thử lại khi có mạng.')));
  }
  if (window.print) button('In trang này', () => window.print());
}
