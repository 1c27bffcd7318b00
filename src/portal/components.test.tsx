import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { loadExamples, withoutExamples } from './load-examples.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How Hono writes void elements and booleans is valid; titles of official documents are as long as they are.
  rules: {
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'heading-level': 'off',
  },
})

const cases = (await loadExamples()).flatMap(({ name, cases }) =>
  cases.map(({ title, render }) => ({ name, title, render })),
)

describe('components', () => {
  test('every one has examples', () => {
    expect(withoutExamples()).toEqual([])
    expect(cases.length).toBeGreaterThan(60)
  })

  test.each(cases)('$name: “$title” is valid HTML without inline style or script', async ({ render }) => {
    const html = String(await render())
    const { results } = await validator.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    )
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/)
  })
})
