/** How a number of minutes is said; `hours` and `minutes` are whole. */
interface Way {
  hours: (count: number) => string
  minutes: (count: number) => string
  both: (hours: string, minutes: string) => string
}

function unit(tag: string, unit: 'hour' | 'minute') {
  const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
  return (count: number) => format.format(count)
}

function wayOf(tag: string): Way {
  const number = new Intl.NumberFormat(tag)
  const [language] = tag.split('-')
  if (language === 'fa') {
    return { hours: unit(tag, 'hour'), minutes: unit(tag, 'minute'), both: (hours, minutes) => `${hours} و ${minutes}` }
  }
  if (language === 'ar') {
    return {
      hours: unit(tag, 'hour'),
      minutes: unit(tag, 'minute'),
      // "and" is written together with a word, and apart from a digit.
      both: (hours, minutes) => `${hours} و${/^\p{Letter}/u.test(minutes) ? '' : ' '}${minutes}`,
    }
  }
  return {
    hours: (count) => `${number.format(count)} h`,
    minutes: (count) => `${number.format(count)} min`,
    both: (hours, minutes) => `${hours} ${minutes}`,
  }
}

/** Writes a span of minutes as people say it, in the digits of a locale tag: 65 is "1 h 5 min". */
export function durationFor(tag: string): (minutes: number) => string {
  const way = wayOf(tag)
  return (span) => {
    const whole = Math.max(0, Math.round(span))
    const hours = Math.floor(whole / 60)
    const minutes = whole % 60
    if (hours === 0) return way.minutes(minutes)
    if (minutes === 0) return way.hours(hours)
    return way.both(way.hours(hours), way.minutes(minutes))
  }
}
