// A month by keyboard: one day of it takes the focus, arrow keys go from day to day, and Page Up and Page Down turn
// the month over. Without this each day and each event is a link to be reached one by one.

/** The day that is to have the focus once another month has come. */
let wanted = "";

const months = () => document.querySelectorAll("table[data-month]");
const daysOf = (month) => [...month.querySelectorAll("a.month-day")];

/** Only this day, and what is on it, is reached by Tab. */
function rove(month, active) {
  for (const day of daysOf(month)) {
    for (const link of day.parentElement.querySelectorAll("a")) link.tabIndex = day === active ? 0 : -1;
  }
}

function begin() {
  for (const month of months()) {
    // The words "grid" and "gridcell" tell screen readers that arrow keys work here, which is so only now.
    month.setAttribute("role", "grid");
    for (const cell of month.querySelectorAll("td")) cell.setAttribute("role", "gridcell");
    const days = daysOf(month);
    const asked = wanted && days.find((day) => day.id === wanted);
    const active =
      asked ||
      days.find((day) => day === document.activeElement) ||
      days.find((day) => day.parentElement.classList.contains("chosen")) ||
      days.find((day) => day.ariaCurrent === "date" && !day.parentElement.classList.contains("outside")) ||
      days.find((day) => !day.parentElement.classList.contains("outside"));
    if (active) rove(month, active);
    if (asked) asked.focus();
  }
  wanted = "";
}

/** The id of the day that lies so many days, or a month, from another: `day-2026-03-05`. */
function dayAt(id, days, turned) {
  const [year, month, day] = id.slice(4).split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1 + turned, turned ? 1 : day + days));
  if (turned) {
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return `day-${date.toISOString().slice(0, 10)}`;
}

function step(key, rightToLeft, place) {
  const aside = rightToLeft ? -1 : 1;
  const steps = { ArrowLeft: -aside, ArrowRight: aside, ArrowUp: -7, ArrowDown: 7, Home: -place, End: 6 - place };
  return steps[key];
}

document.addEventListener("keydown", (event) => {
  const day = event.target.closest?.("table[data-month] a.month-day");
  if (!day || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const month = day.closest("table");
  const turned = { PageUp: -1, PageDown: 1 }[event.key] ?? 0;
  const days = turned ? 0 : step(event.key, document.documentElement.dir === "rtl", day.parentElement.cellIndex);
  if (!turned && days === undefined) return;
  event.preventDefault();
  const to = dayAt(day.id, days, turned);
  const there = turned ? null : document.getElementById(to);
  if (there && month.contains(there)) {
    rove(month, there);
    there.focus();
    return;
  }
  const way = turned < 0 || days < 0 ? "prev" : "next";
  wanted = to;
  document.querySelector(`.month-head a[rel=${way}]`)?.click();
});

document.addEventListener("focusin", (event) => {
  const day = event.target.closest?.("table[data-month] a.month-day");
  if (day) rove(day.closest("table"), day);
});
document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);
