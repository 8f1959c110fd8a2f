/** The class of marks that name rows or ticks; they stay in sight when the columns are scrolled. */
export const nameClass = 'name';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Gathers the names of a picture in a group of their own, above its columns and on a ground that hides them. */
export function gatherNames(svg: SVGSVGElement, width: number, surface: string): void {
  const group = document.createElementNS(svgNamespace, 'g');
  group.setAttribute('class', 'names');
  const ground = document.createElementNS(svgNamespace, 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', surface);
  group.append(ground, ...svg.querySelectorAll(`.${nameClass}`));
  svg.append(group);
}

/** Keeps the names of the pictures in a scrolled element where they are seen. */
export function keepNamesInSight(scroller: HTMLElement): void {
  scroller.addEventListener('scroll', () => {
    for (const names of scroller.querySelectorAll<SVGGElement>('.names')) {
      names.style.transform = `translateX(${scroller.scrollLeft}px)`;
    }
  });
}
