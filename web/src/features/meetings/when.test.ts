import { describe, expect, it } from 'vitest'
import { dayAndTime, momentOf } from './when'

describe('when a meeting begins', () => {
  it('comes back as it was entered', () => {
    expect(dayAndTime(momentOf('2026-03-21', '09:05'))).toEqual({ day: '2026-03-21', time: '09:05' })
    expect(dayAndTime(momentOf('2026-12-31', '23:55'))).toEqual({ day: '2026-12-31', time: '23:55' })
  })
})
