// What a script adds to pages that work without it: suggestions while typing, reading aloud, copying a citation.
const $ = (selector) => document.querySelector(selector)

for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('datalist')
  list.id = `${input.id}-suggestions`
  input.after(list)
  input.setAttribute('list', list.id)
  let timer
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (input.value.trim().length < 2) return
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(input.value.trim())}`)
      if (!answer.ok) return
      const { items } = await answer.json()
      list.replaceChildren(...items.map(({ text }) => Object.assign(document.createElement('option'), { value: text })))
    }, 200)
  })
}

const aloud = $('[data-read-aloud]')
if (aloud && 'speechSynthesis' in window) {
  aloud.hidden = false
  aloud.addEventListener('click', () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel()
    const words = new SpeechSynthesisUtterance($('main')?.textContent.slice(0, 20000) ?? '')
    words.lang = 'zh-CN'
    speechSynthesis.speak(words)
  })
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = '已复制'
  })
}
