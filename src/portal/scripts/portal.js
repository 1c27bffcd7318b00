// @ts-check
// What a script adds to pages that work without it: suggestions, reading aloud, where one is, copying, sharing, the memory
// of the elder version. One file, no library; a part whose elements are not there does nothing.

/** @type {(selector: string) => HTMLElement[]} */
const all = (selector) => Array.from(document.querySelectorAll(selector))
const isElder = document.documentElement.classList.contains('elder')
/** @type {(element: Node, act: (event: Event) => unknown) => void} */
const onClick = (element, act) => element.addEventListener('click', act)
/** @param {string} address */
const inElder = (address) => {
  const own = new URL(address, location.href)
  own.searchParams.set('view', 'elder')
  return own
}
/** @param {Element} element @param {Record<string, string>} attributes */
const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

// The elder version is remembered in this browser alone: no cookie, no login.
try {
  for (const view of ['elder', 'standard'])
    for (const link of all(`.to-${view}`)) onClick(link, () => localStorage.setItem('view', view))
  if (!isElder && localStorage.getItem('view') === 'elder') location.replace(inElder(location.href))
} catch {
  // Storage is switched off: every address says its version itself.
}

/** @param {HTMLInputElement} input */
function suggest(input) {
  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'suggestions'
  set(list, { role: 'listbox', 'aria-label': '建议' })
  list.hidden = true
  input.closest('.search-row')?.append(list)
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })
  let timer = 0
  let current = -1
  let asked = new AbortController()
  const close = () => {
    current = -1
    list.hidden = true
    input.ariaExpanded = 'false'
    input.removeAttribute('aria-activedescendant')
  }
  /** @param {HTMLElement} option */
  const take = (option) => {
    const { url, text } = option.dataset
    close()
    if (url) return location.assign(isElder ? inElder(url) : url)
    input.value = text ?? ''
    input.form?.requestSubmit()
  }
  /** @param {{ text: string, kind: string, url: string }[]} items */
  const show = (items) => {
    list.replaceChildren(
      ...items.slice(0, 8).map(({ text, kind, url }, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        set(option, { role: 'option', 'aria-selected': 'false' })
        option.textContent = option.dataset.text = text
        if (kind !== 'term') option.dataset.url = url
        option.addEventListener('pointerdown', (event) => event.preventDefault())
        onClick(option, () => take(option))
        return option
      }),
    )
    close()
    list.hidden = items.length === 0
    input.ariaExpanded = String(!list.hidden)
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    asked.abort()
    const words = input.value.trim()
    if (words.length < 2) return close()
    timer = setTimeout(async () => {
      asked = new AbortController()
      try {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(words)}`, { signal: asked.signal })
        if (answer.ok && document.activeElement === input) show((await answer.json()).items)
      } catch {
        // Asked again, or offline: the box works without suggestions.
        close()
      }
    }, 180)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const options = /** @type {HTMLElement[]} */ ([...list.children])
    if (list.hidden || event.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    if (event.key === 'Enter' && options[current]) {
      event.preventDefault()
      return take(options[current])
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const step = event.key === 'ArrowDown' ? 1 : -1
    current = (current + step + options.length + (current < 0 && step < 0 ? 1 : 0)) % options.length
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === current))
    input.setAttribute('aria-activedescendant', options[current]?.id ?? '')
    options[current]?.scrollIntoView({ block: 'nearest' })
  })
}
for (const input of all('input[data-suggest]')) suggest(/** @type {HTMLInputElement} */ (input))

// Reading aloud, paragraph by paragraph: some browsers stop in the middle of a long text.
for (const button of 'speechSynthesis' in window ? all('[data-read-aloud]') : []) {
  const word = button.textContent
  let turn = 0
  const stop = () => {
    turn++
    speechSynthesis.cancel()
    button.textContent = word
  }
  button.hidden = false
  addEventListener('pagehide', stop)
  onClick(button, () => {
    if (button.textContent !== word) return stop()
    const own = ++turn
    const chosen = String(getSelection()).trim()
    const parts = chosen
      ? [chosen]
      : all('main :is(h1, h2, h3, p, li, caption, td, th, dt, dd)')
          .filter((part) => !part.closest('nav, .facets, .hidden-text') && !part.querySelector('p, li, dd'))
          .map((part) => (part.textContent ?? '').replaceAll('¶', '').trim())
    const queue = parts.flatMap((text) => text.match(/[^。；！？\n]{1,180}[。；！？]?/g) ?? [])
    const next = () => {
      if (own !== turn) return
      const text = queue.shift()
      if (text === undefined) return stop()
      const words = new SpeechSynthesisUtterance(text)
      words.lang = 'zh-CN'
      words.rate = 0.9
      words.onend = next
      words.onerror = () => own === turn && stop()
      speechSynthesis.speak(words)
    }
    button.textContent = '停止朗读'
    next()
  })
}

// Where one is in the contents.
const marks = new Map(
  all('.toc a[href^="#"]').map((link) => [decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''), link]),
)
if (marks.size > 0) {
  const places = [...marks.keys()].flatMap((id) => document.getElementById(id) ?? [])
  const mark = () => {
    const here = places.findLast((place) => place.getBoundingClientRect().top < innerHeight / 3) ?? places[0]
    for (const [id, link] of marks) {
      if (id === here?.id) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  // Browsers tell of scrolling once a frame.
  addEventListener('scroll', mark, { passive: true })
  mark()
}

/** @type {(button: HTMLElement, words: string) => void} */
const say = (button, words) => {
  const before = button.textContent
  button.textContent = words
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}
for (const button of navigator.clipboard ? all('[data-copy]') : []) {
  button.hidden = false
  onClick(button, () =>
    navigator.clipboard.writeText(button.dataset.copy ?? '').then(
      () => say(button, '已复制'),
      () => say(button, '没能复制'),
    ),
  )
}
for (const button of 'share' in navigator ? all('[data-share]') : []) {
  button.hidden = false
  // A reader who closes the sheet has not failed.
  onClick(button, () =>
    navigator.share({ title: document.title, url: button.dataset.share || location.href }).catch(() => {}),
  )
}
for (const button of all('[data-print]')) {
  button.hidden = false
  onClick(button, () => print())
}

// The open menu closes with Escape and when one goes elsewhere.
for (const menu of all('.menu')) {
  const close = () => menu.removeAttribute('open')
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.hasAttribute('open')) return
    close()
    menu.querySelector('summary')?.focus()
  })
  onClick(document, (event) => menu.contains(/** @type {Node} */ (event.target)) || close())
}
all('[data-focus]')[0]?.focus()
