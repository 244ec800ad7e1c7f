package org.xudai.intake.compare;

/** Says where places of the issued page lie in the picture: pixels of the rendering to pixels of the picture. */
public interface PageMap {

    /** Where a place of the page lies; centres of pixels are at whole numbers. */
    Spot at(double pageX, double pageY);
}
