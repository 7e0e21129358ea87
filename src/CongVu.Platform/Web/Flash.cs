using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CongVu.Platform.Web;

/// <summary>One sentence about what has just been done, shown once on the next page.</summary>
public static class Flash
{
    internal const string Key = "cv.flash";

    /// <summary>Says it on the next page; <paramref name="tone"/> is <c>good</c>, <c>info</c>, <c>warn</c> or <c>bad</c>.</summary>
    public static void Say(this ITempDataDictionary temp, string sentence, string tone = "good") => temp[Key] = tone + "|" + sentence;
}
