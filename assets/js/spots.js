// People in a photo: a tap on the picture says where somebody is; the arrow keys and nine boxes do so, too. On the page
// of a photo a tap shows who is in it, and a name in the list lights its place up.
const STEP = 10; // thousandths
const SVG = "http://www.w3.org/2000/svg";

const within = (number) => Math.min(1000, Math.max(0, Math.round(number)));
const percent = (thousandths) => `${thousandths / 10}%`;

function put(area, across, down) {
  const form = area.querySelector("form");
  form.elements.across.value = within(across);
  form.elements.down.value = within(down);
  const over = area.querySelector(".spots-new");
  let ring = over.querySelector(".spot");
  if (!ring) {
    ring = document.createElementNS(SVG, "svg");
    ring.classList.add("spot");
    ring.setAttribute("overflow", "visible");
    for (const name of ["spot-shade", "spot-ring"]) {
      const circle = document.createElementNS(SVG, "circle");
      circle.classList.add(name);
      circle.setAttribute("r", "22");
      ring.append(circle);
    }
    over.append(ring);
  }
  ring.setAttribute("x", percent(within(across)));
  ring.setAttribute("y", percent(within(down)));
}

function begin() {
  for (const area of document.querySelectorAll("[data-spotting]")) {
    for (const only of area.querySelectorAll("[data-spot-tap], [data-spot-keys]")) only.hidden = false;
    area.classList.add("spot-ready");
  }
}

document.addEventListener("click", (event) => {
  const picture = event.target.closest?.(".spotted");
  if (!picture) return;
  const area = picture.closest("[data-spotting]");
  if (!area) return void picture.classList.toggle("spots-on");
  const frame = picture.getBoundingClientRect();
  put(area, ((event.clientX - frame.left) / frame.width) * 1000, ((event.clientY - frame.top) / frame.height) * 1000);
  for (const box of area.querySelectorAll("[name=box]")) box.checked = false;
  // Where a finger taps, the keyboard would cover the picture: whoever has a mouse goes on typing.
  if (event.pointerType !== "touch") area.querySelector("[name=person]").focus();
});

document.addEventListener("change", (event) => {
  const area = event.target.closest?.("[data-spotting]");
  if (!area || event.target.name !== "box") return;
  const box = Number(event.target.value) - 1;
  put(area, ((2 * (box % 3) + 1) * 1000) / 6, ((2 * Math.floor(box / 3) + 1) * 1000) / 6);
});

const WAYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

document.addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  if (!way || !event.target.matches?.("[data-spot-keys]")) return;
  event.preventDefault();
  const area = event.target.closest("[data-spotting]");
  const { across, down } = area.querySelector("form").elements;
  const now = across.value === "" ? [500, 500] : [Number(across.value), Number(down.value)];
  put(area, now[0] + way[0], now[1] + way[1]);
  for (const box of area.querySelectorAll("[name=box]")) box.checked = false;
});

function light(target, on) {
  const line = target.closest?.(".spot-line");
  const page = line?.closest("article");
  page?.querySelector(`.spot[data-spot="${line.dataset.spot}"]`)?.classList.toggle("spot-lit", on);
}
for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => light(event.target, on));
}

document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);
