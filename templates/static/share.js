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
      tell(copied ? done : 'Trình duyệt này không tự chép được. Chữ đã được chọn sẵn, mời bấm giữ vào chữ rồi chép.');
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(field.value).then(() => tell(done), select);
    else select();
  }

  // The page as one file that needs no other: its style inside, no scripts, no forms, whole addresses.
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
    const file = document.createElement('a');
    file.href = URL.createObjectURL(new Blob(['<!doctype html>\n', page.outerHTML], { type: 'text/html' }));
    file.download = `${location.pathname.split('/').filter(Boolean).pop() || 'trang'}.html`;
    document.body.appendChild(file).click();
    file.remove();
    setTimeout(() => URL.revokeObjectURL(file.href), 60000);
    tell(`Đang tải về tệp ${file.download}, mở được cả khi không có mạng.`);
  }

  if (navigator.share) button('Chia sẻ…', () => navigator.share({ text: words.value }).catch(() => {}));
  button('Chép liên kết', () => copy(link, 'Đã chép liên kết.'));
  button('Chép chữ để gửi', () => copy(words, 'Đã chép chữ để gửi.'));
  if (window.fetch && /^http/.test(location.protocol)) {
    button('Lưu trang', () => save().catch(() => tell('Chưa lưu được, mời thử lại khi có mạng.')));
  }
  if (window.print) button('In trang này', () => window.print());
}
