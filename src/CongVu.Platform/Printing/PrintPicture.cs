using System.Security.Cryptography;
using CongVu.Platform.Files.Inspection;

namespace CongVu.Platform.Printing;

/// <summary>A picture in a table of the body, drawn in its own proportions inside a box.</summary>
/// <param name="Content">A JPEG or PNG file that has passed inspection.</param>
/// <param name="MediaType">image/jpeg or image/png.</param>
/// <param name="Alternative">What it shows, for those who do not see it.</param>
/// <param name="WidthMm">Width of the box.</param>
/// <param name="HeightMm">Height of the box.</param>
public sealed record PrintPicture(byte[] Content, string MediaType, string Alternative, double WidthMm, double HeightMm)
{
    private const double EmuPerMm = 36_000;

    // From the content: the same document always gives the same bytes, and a picture used twice is stored once.
    internal string Id { get; } = "rIdAnh" + Convert.ToHexStringLower(SHA256.HashData(Content))[..16];

    internal string PartName => $"word/media/{Id}.{(IsPng ? "png" : "jpg")}";

    private bool IsPng => MediaType == "image/png";

    internal (long Width, long Height) Extent()
    {
        using var file = new MemoryStream(Content);
        var (width, height) = ImageCheck.Size(file, IsPng ? FileKind.Png : FileKind.Jpeg);
        if (width == 0 || height == 0) throw new ArgumentException("The picture does not say its size.");
        var scale = Math.Min(WidthMm / width, HeightMm / height);
        return ((long)(width * scale * EmuPerMm), (long)(height * scale * EmuPerMm));
    }
}
