using CongVu.Examinations.Items;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Examinations.Pages.Questions;

/// <summary>A picture or recording of a question as an answer. Never as a page of its own: an SVG could carry a script.</summary>
internal static class MediumFile
{
    public static FileContentResult Of(Medium medium)
    {
        var type = MediaTypes.Of(medium.Name);
        return type != "image/svg+xml" && (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal))
            ? new FileContentResult(medium.Bytes, type) : new FileContentResult(medium.Bytes, "application/octet-stream") { FileDownloadName = medium.Name };
    }
}
