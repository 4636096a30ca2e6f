// Opens the photos of a post or an album over the page: arrows, swipes, Escape. What it needs is fetched at the first
// press, and never before. Without it each photo is a link to its own page.
let box = null;

const plain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

function styled() {
  return new Promise((done) => {
    if (document.querySelector("link[data-light-box-style]")) return done();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "./light-box.css";
    link.dataset.lightBoxStyle = "";
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

/** A photo of a comment has no page of its own: its link is the picture itself. */
function shown(link) {
  const picture = link.querySelector("img");
  const alone = link.pathname.endsWith("/large");
  return {
    src: alone ? link.pathname : `${link.pathname}/large`,
    msrc: picture.currentSrc || picture.src,
    width: Number(picture.getAttribute("width")),
    height: Number(picture.getAttribute("height")),
    alt: picture.alt,
    caption: link.title,
    page: alone ? "" : link.href,
    link,
  };
}

/** Its words, its number among them all, and the way to its page. */
function words(place, box, number, all, openPage) {
  const line = document.createElement("p");
  line.dir = "auto";
  line.setAttribute("aria-live", "polite");
  const row = document.createElement("p");
  const count = document.createElement("span");
  const link = document.createElement("a");
  link.textContent = openPage;
  row.append(count, link);
  place.append(line, row);
  box.on("change", () => {
    const photo = box.currSlide.data;
    line.textContent = photo.caption || photo.alt;
    count.textContent = `${number(photo)} / ${all}`;
    link.hidden = !photo.page;
    link.href = photo.page;
  });
}

async function open(list, link) {
  const [title, close, before, next, zoom, openPage] = list.dataset.lightBox.split("|");
  const photos = [...list.querySelectorAll("a.photo:not(.photo-behind)")].map(shown);
  const order = photos.slice();
  // Where one reads from right to left the next photo is the one to the left.
  const rtl = getComputedStyle(list).direction === "rtl";
  if (rtl) photos.reverse();
  const [{ default: PhotoSwipe }] = await Promise.all([import("./photoswipe.js"), styled()]);
  if (box || !link.isConnected) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const figure = (value) => value.toLocaleString(document.documentElement.lang || undefined);
  box = new PhotoSwipe({
    dataSource: photos,
    index: photos.findIndex((photo) => photo.link === link),
    loop: false,
    counter: false,
    returnFocus: false,
    bgOpacity: 1,
    showHideAnimationType: still ? "none" : "fade",
    zoomAnimationDuration: still ? 0 : 200,
    closeTitle: close,
    zoomTitle: zoom,
    arrowPrevTitle: rtl ? next : before,
    arrowNextTitle: rtl ? before : next,
    paddingFn: () => ({ top: 56, bottom: 96, left: 0, right: 0 }),
  });
  const mine = box;
  mine.on("uiRegister", () => {
    mine.element.dir = "ltr";
    mine.element.setAttribute("aria-label", title);
    mine.element.setAttribute("aria-modal", "true");
    mine.ui.registerElement({
      name: "words",
      className: "light-box-words",
      appendTo: "root",
      order: 9,
      onInit: (place) => words(place, mine, (photo) => figure(order.indexOf(photo) + 1), figure(order.length), openPage),
    });
  });
  mine.on("destroy", () => {
    box = null;
    photos[mine.currIndex]?.link.focus({ preventScroll: true });
  });
  mine.init();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-light-box] a.photo:not(.photo-behind)");
  // "+14" leads to where the others are.
  if (!link || event.defaultPrevented || !plain(event) || event.target.closest(".photo-more")) return;
  event.preventDefault();
  open(link.closest("[data-light-box]"), link).catch(() => location.assign(link.href));
});

document.addEventListener("turbo:before-cache", () => box?.destroy());
