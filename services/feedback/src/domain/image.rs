//! Images that people attach: decoded, and written anew.
//!
//! What is stored is what came out of the decoder, so it is an image and nothing else: no place, no owner's name, no page of
//! HTML behind the last pixel.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};
use kit::violation::Rule;

/// The largest file that is taken, in KiB: it has to fit into one call.
pub const MAX_KIB: u64 = 900;
/// The greatest width and height.
pub const MAX_SIDE: u32 = 8_000;
/// The greatest number of pixels, in millions.
pub const MAX_MILLION: u64 = 24;
/// The largest file that is kept, in bytes; a picture may grow when it is written anew.
const MAX_KEPT: usize = 2 << 20;
/// What a decoder may use, in bytes.
const MAX_MEMORY: u64 = 128 << 20;

/// An image as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// `image/png`, `image/jpeg` or `image/webp`.
    pub content_type: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The file.
    pub content: Vec<u8>,
}

/// Takes an image that says to be of `content_type`; or says which rule it breaks. Slow: it decodes.
pub fn take(content_type: &str, content: &[u8]) -> Result<Picture, Rule> {
    let format = match content_type {
        "image/png" => ImageFormat::Png,
        "image/jpeg" => ImageFormat::Jpeg,
        "image/webp" => ImageFormat::WebP,
        _ => return Err(Rule::unknown_value(&["image/png", "image/jpeg", "image/webp"])),
    };
    if content.is_empty() {
        return Err(Rule::EmptyFile);
    }
    if content.len() as u64 > MAX_KIB << 10 {
        return Err(Rule::TooManyBytes { max_kib: MAX_KIB });
    }
    if image::guess_format(content).ok() != Some(format) {
        return Err(Rule::NotAnImage);
    }
    let too_many = Rule::TooManyPixels { max_side: u64::from(MAX_SIDE), max_million: MAX_MILLION };
    let decoder = || ImageReader::with_format(Cursor::new(content), format).into_decoder();
    let mut decoder = decoder().map_err(|_| Rule::NotAnImage)?;
    // The header is believed only to refuse; the decoder holds to it.
    let (width, height) = decoder.dimensions();
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_MILLION * 1_000_000
    {
        return Err(too_many);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    decoder.set_limits(limits).map_err(|_| too_many.clone())?;
    let orientation = decoder.orientation().map_err(|_| Rule::NotAnImage)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Rule::NotAnImage)?;
    image.apply_orientation(orientation);
    write(&image, format, content_type).ok_or(too_many)
}

fn write(image: &DynamicImage, format: ImageFormat, content_type: &str) -> Option<Picture> {
    let (width, height) = (image.width(), image.height());
    let mut content = Vec::new();
    match format {
        ImageFormat::Jpeg => {
            let rgb = image.to_rgb8();
            JpegEncoder::new_with_quality(&mut content, 85).write_image(
                &rgb,
                width,
                height,
                ExtendedColorType::Rgb8,
            )
        }
        ImageFormat::WebP => {
            let rgba = image.to_rgba8();
            WebPEncoder::new_lossless(&mut content).write_image(
                &rgba,
                width,
                height,
                ExtendedColorType::Rgba8,
            )
        }
        _ => {
            let rgba = image.to_rgba8();
            PngEncoder::new(&mut content).write_image(&rgba, width, height, ExtendedColorType::Rgba8)
        }
    }
    .ok()?;
    // A lossless copy of a photograph may be larger than what is kept; as a JPEG it is not.
    if content.len() > MAX_KEPT && format != ImageFormat::Jpeg {
        return write(image, ImageFormat::Jpeg, "image/jpeg");
    }
    (content.len() <= MAX_KEPT).then(|| Picture {
        content_type: content_type.to_owned(),
        width,
        height,
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let image = DynamicImage::new_rgb8(width, height);
        let mut out = Cursor::new(Vec::new());
        image.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[test]
    fn an_image_is_kept_as_what_it_shows() {
        for (name, format) in [
            ("image/png", ImageFormat::Png),
            ("image/jpeg", ImageFormat::Jpeg),
            ("image/webp", ImageFormat::WebP),
        ] {
            let picture = take(name, &encoded(format, 20, 10)).unwrap();
            assert_eq!((picture.width, picture.height, picture.content_type.as_str()), (20, 10, name));
            assert_eq!(image::guess_format(&picture.content).unwrap(), format);
        }
    }

    #[test]
    fn what_is_not_what_it_says_is_refused() {
        let png = encoded(ImageFormat::Png, 4, 4);
        assert_eq!(take("image/jpeg", &png), Err(Rule::NotAnImage), "another kind");
        assert_eq!(take("image/png", b"<script>alert(1)</script>"), Err(Rule::NotAnImage), "no image at all");
        assert_eq!(take("image/png", &png[..png.len() / 2]), Err(Rule::NotAnImage), "cut off");
        let mut only_magic = png[..8].to_vec();
        only_magic.extend(b"MZ this is a program");
        assert_eq!(
            take("image/png", &only_magic),
            Err(Rule::NotAnImage),
            "the right first bytes and nothing behind"
        );
        assert!(matches!(take("image/svg+xml", b"<svg/>"), Err(Rule::UnknownValue { .. })));
        assert_eq!(take("image/png", b""), Err(Rule::EmptyFile));
        assert_eq!(take("image/png", &vec![0; 1 << 20]), Err(Rule::TooManyBytes { max_kib: MAX_KIB }));
    }

    #[test]
    fn a_small_file_of_a_huge_image_is_refused_before_it_is_decoded() {
        for (width, height) in [(MAX_SIDE + 1, 1), (6_000, 5_000)] {
            let bomb = encoded(ImageFormat::Png, width, height);
            assert!((bomb.len() as u64) < MAX_KIB << 10);
            assert!(matches!(take("image/png", &bomb), Err(Rule::TooManyPixels { .. })), "{width}×{height}");
        }
    }

    #[test]
    fn what_stands_beside_the_pixels_is_gone() {
        let mut png = encoded(ImageFormat::Png, 4, 4);
        png.extend(b"<script>GPS 35.7 N, Sara's phone</script>");
        let kept = take("image/png", &png).unwrap().content;
        assert!(!kept.windows(4).any(|w| w == b"Sara"));
        let jpeg = encoded(ImageFormat::Jpeg, 4, 4);
        let mut with_comment = jpeg[..2].to_vec();
        with_comment.extend([0xFF, 0xFE, 0, 14]); // a comment segment of twelve bytes
        with_comment.extend(b"Sara's phone");
        with_comment.extend(&jpeg[2..]);
        let kept = take("image/jpeg", &with_comment).unwrap().content;
        assert!(!kept.windows(4).any(|w| w == b"Sara"));
    }
}
